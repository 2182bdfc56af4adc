import { Badge, Button, FileButton, Group, List, Modal, Select, SimpleGrid, Stack, Table, Text, Textarea } from "@mantine/core";
import { recipientColumns, type RecipientImport, type RecipientMapping } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../../api";
import { notifyDone, notifyFailed } from "../../../../shell/notify";
import { useFocusBack } from "../../../../shell/useFocusBack";
import { AreaChoice } from "./PersonDrawer";

type Props = { campaignId: string; onClose: () => void };

/** A list pasted or from a file: looked at first, brought in then. */
export const ImportPeople = ({ campaignId, onClose }: Props) => {
  const { t } = useTranslation();
  useFocusBack();
  const cache = api.useUtils();
  const [text, setText] = useState("");
  const [area, setArea] = useState("");
  const [mapping, setMapping] = useState<RecipientMapping | null>(null);
  const preview = api.influence.targets.recipients.preview.useMutation({
    onSuccess: (told) => setMapping(told.mapping),
    onError: notifyFailed,
  });
  const bring = api.influence.targets.recipients.import.useMutation({
    onSuccess: async ({ created, changed }) => {
      notifyDone(t("targets.import.done", { created, changed }));
      await cache.influence.targets.invalidate();
      onClose();
    },
    onError: notifyFailed,
  });
  const [areaSet = "", areaId = ""] = area.split("/");
  const input = { campaignId, text, mapping, areaSet: areaSet === "" ? null : areaSet, areaId: areaId === "" ? null : areaId };
  const look = () => preview.mutate(input);
  const told = preview.data;
  const takes = told === undefined ? 0 : told.created + told.changed;
  return (
    <Modal opened onClose={onClose} title={t("targets.import.title")} size="xl">
      <Stack>
        {told === undefined && (
          <Textarea
            label={t("targets.import.paste")}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={6}
            maxRows={12}
            data-autofocus
          />
        )}
        <AreaChoice value={area} onChange={setArea} />
        {told !== undefined && (
          <>
            <Columns told={told} mapping={mapping ?? told.mapping} onChange={setMapping} />
            <Outcome told={told} />
          </>
        )}
        <Group justify="space-between">
          {told === undefined ? (
            <FileButton
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              onChange={(file) => void (file === null ? null : readText(file).then(setText))}
            >
              {(props) => (
                <Button {...props} variant="default" leftSection={<IconUpload size={16} />}>
                  {t("targets.import.file")}
                </Button>
              )}
            </FileButton>
          ) : (
            <Button variant="default" onClick={look} loading={preview.isPending}>
              {t("targets.import.again")}
            </Button>
          )}
          {told === undefined ? (
            <Button onClick={look} disabled={text.trim() === ""} loading={preview.isPending}>
              {t("targets.import.look")}
            </Button>
          ) : (
            <Button onClick={() => bring.mutate(input)} disabled={takes === 0} loading={bring.isPending}>
              {takes === 0 ? t("targets.import.nothing") : t("targets.import.go", { count: takes })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
};

/** Spreadsheets on Windows still save CSV in its old encoding: what is no UTF-8 is read as that. */
const readText = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

type ColumnsProps = { told: RecipientImport; mapping: RecipientMapping; onChange: (mapping: RecipientMapping) => void };

const Columns = ({ told, mapping, onChange }: ColumnsProps) => {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t("targets.import.columns")}</summary>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" mt="sm">
        {recipientColumns.map((column) => (
          <Select
            key={column}
            size="sm"
            label={t(`targets.import.column.${column}`)}
            placeholder={t("targets.import.notUsed")}
            data={told.headers}
            value={mapping[column] ?? null}
            clearable
            onChange={(header) => {
              const { [column]: _old, ...others } = mapping;
              onChange(header === null ? others : { ...others, [column]: header });
            }}
          />
        ))}
      </SimpleGrid>
    </details>
  );
};

const Outcome = ({ told }: { told: RecipientImport }) => {
  const { t } = useTranslation();
  const { rows, problems } = told;
  return (
    <>
      <Text size="sm" fw={550} role="status">
        {t("targets.import.summary", { created: told.created, changed: told.changed, same: told.same, rejected: told.rejected })}
      </Text>
      {rows.length > 0 && (
        <div>
          <Text size="sm" c="dimmed">
            {t("targets.import.shown", { count: rows.length })}
          </Text>
          <Table.ScrollContainer minWidth={280} mah={280}>
            <Table verticalSpacing={6}>
              <Table.Tbody>
                {rows.map(({ row, name, email, title, organization, change }) => (
                  <Table.Tr key={row}>
                    <Table.Td>
                      <Group gap="xs">
                        <Text size="sm">{name}</Text>
                        <Badge color={change === "SAME" ? "gray" : "spruce"}>{t(`targets.import.change.${change}`)}</Badge>
                      </Group>
                      <Text size="xs" c="dimmed">
                        {[title, organization].filter(Boolean).join(" · ")}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                        {email}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </div>
      )}
      {problems.length > 0 && (
        <div>
          <Text size="sm" fw={550}>
            {t("targets.import.rejected")}
          </Text>
          <List size="sm" mah={200} style={{ overflowY: "auto" }}>
            {problems.map(({ row, problem, words }) => (
              <List.Item key={row}>
                {t("targets.import.row", { row })}: {t(`targets.import.problem.${problem}`)}
                <Text component="span" size="sm" c="dimmed">
                  {words === "" ? "" : ` (${words})`}
                </Text>
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </>
  );
};
