import { loadedLocale } from "@cml/ui/i18n";
import { useState } from "react";
import { notifyFailed } from "../../../shell/notify";
import { UploadRefused } from "../../../shell/upload-file";

type Picture = { pictureKey: string; width: number; height: number };

/** Brings a picture of a reply; what is kept of it is an image drawn anew, without its hidden data. */
export const usePictureUpload = () => {
  const [picture, setPicture] = useState<Picture | null>(null);
  const [isPending, setPending] = useState(false);
  const take = (file: File | null) => {
    if (file === null) return;
    setPending(true);
    send(file)
      .then(setPicture, notifyFailed)
      .finally(() => setPending(false));
  };
  return { picture, isPending, take, drop: () => setPicture(null) };
};

const send = async (file: File): Promise<Picture> => {
  const headers = { "content-type": file.type === "" ? "application/octet-stream" : file.type, "x-locale": loadedLocale() };
  const response = await fetch("/replies/picture", { method: "POST", body: file, headers, credentials: "same-origin" });
  const answer = (await response.json().catch(() => ({}))) as Partial<Picture> & { error?: { message?: string } };
  if (!response.ok) throw new UploadRefused(answer.error?.message ?? "", { ...answer.error, httpStatus: response.status });
  const { pictureKey = "", width = 0, height = 0 } = answer;
  return { pictureKey, width, height };
};
