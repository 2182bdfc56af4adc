import { Alert, Button, FileButton, Group, Image, Input, Progress, Stack, TextInput } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconPhotoUp, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../api";
import { notifyDone } from "../../../shell/notify";
import { uploadFile } from "../../../shell/upload-file";

type Props = { value: string; onChange: (address: string) => void };

/** The campaign's picture, from this device or from the web; either way it becomes a file of ours. */
export const CoverField = ({ value, onChange }: Props) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const [share, setShare] = useState<number | null>(null);
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const take = api.influence.campaigns.takeCover.useMutation();
  const keep = async (source: Parameters<typeof take.mutateAsync>[0]) => {
    const { coverPhoto } = await take.mutateAsync(source);
    onChange(coverPhoto);
    notifyDone(t("campaignWork.saved.cover"));
  };
  const attempt = (work: () => Promise<void>) => {
    setProblem(null);
    work()
      .catch(setProblem)
      .finally(() => setShare(null));
  };
  const upload = (file: File | null) => {
    if (file === null) return;
    attempt(async () => {
      setShare(0);
      const uploadKey = await uploadFile({ file, purpose: "cover", onProgress: setShare, signal: new AbortController().signal });
      await keep({ kind: "UPLOAD", uploadKey });
    });
  };
  const fetchIt = () =>
    attempt(async () => {
      await keep({ kind: "ADDRESS", url: address.trim() });
      setAddress("");
    });
  return (
    <Input.Wrapper label={t("campaignWork.fields.cover")} description={t("campaignWork.fields.coverHint")}>
      <Stack gap="sm" mt={8}>
        {value !== "" && <Image src={value} alt="" radius="md" h={160} w="100%" maw={320} fit="cover" />}
        <Group gap="sm">
          <FileButton onChange={upload} accept="image/png,image/jpeg,image/webp,image/gif,image/heic,image/tiff">
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconPhotoUp size={16} />} loading={share !== null}>
                {t("campaignWork.fields.coverUpload")}
              </Button>
            )}
          </FileButton>
          {value !== "" && (
            <Button variant="subtle" color="gray" leftSection={<IconTrash size={16} />} onClick={() => onChange("")}>
              {t("campaignWork.fields.coverRemove")}
            </Button>
          )}
        </Group>
        {share !== null && <Progress value={share * 100} aria-label={t("campaignWork.fields.coverUpload")} />}
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            label={t("campaignWork.fields.coverAddress")}
            type="url"
            placeholder="https://"
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <Button
            variant="default"
            disabled={!address.trim().startsWith("https://")}
            loading={take.isPending && share === null}
            onClick={fetchIt}
          >
            {t("campaignWork.fields.coverFetch")}
          </Button>
        </Group>
        {problem !== null && (
          <Alert color="brick" role="alert">
            {errorMessage(problem, locale)}
          </Alert>
        )}
      </Stack>
    </Input.Wrapper>
  );
};
