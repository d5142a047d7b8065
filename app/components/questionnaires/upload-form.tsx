import type { ReactNode } from "react";
import type { Refusal } from "../../domain/questionnaires/upload-draft.server.ts";
import { formatCount } from "../../format.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { RefusedUpload } from "./refused-upload.tsx";

/** What the action found wrong with what was sent; the text comes back so that it can be mended in place. */
export type Sent = {
  text: string;
  error?: "fileMissing" | "fileTooLarge" | "fileEncoding" | "kindMissing";
  refused?: Refusal;
};

type UploadFormProps = { sent: Sent | undefined; action: string; submit: string; children?: ReactNode };

/**
 * A questionnaire's file, chosen or pasted. The page is loaded anew on sending, so that a refusal is the same with and
 * without JavaScript, also where the file is too large for any answer of ours.
 */
export function UploadForm({ sent, action, submit, children }: UploadFormProps) {
  const t = useTexts().questionnaires.upload;
  const errors = useErrors(sent);
  const refused = sent?.refused;
  const inText = refused?.kind === "definition" ? t.errors.definition : t.errors.amendment;
  return (
    <>
      {refused ? <RefusedUpload refused={refused} /> : null}
      <CheckedForm action={action} encType="multipart/form-data" reloadDocument errors={errors}>
        {children}
        <FormField
          name="file"
          label={t.file}
          hint={t.fileHint}
          input={{ type: "file", accept: ".json,application/json" }}
        />
        <FormField
          name="text"
          control="textarea"
          label={t.text}
          hint={t.textHint}
          error={refused?.kind === "definition" || refused?.kind === "amendment" ? inText : undefined}
          textarea={{
            rows: sent?.text ? 20 : 8,
            defaultValue: sent?.text,
            spellCheck: false,
            className: "definition-text",
          }}
        />
        <div className="actions">
          <button type="submit" className="button button--primary">
            {submit}
          </button>
        </div>
        <p className="who-sees">{t.afterwards}</p>
      </CheckedForm>
    </>
  );
}

function useErrors(sent: Sent | undefined): Record<string, string | undefined> {
  const t = useTexts().questionnaires.upload.errors;
  const locale = useLocale();
  if (!sent) return {};
  const { error, refused } = sent;
  const names = { missing: t.nameMissing, shape: t.nameShape, reserved: t.nameReserved, taken: t.nameTaken };
  return {
    name: refused?.kind === "name" ? names[refused.code] : undefined,
    kind: error === "kindMissing" ? t.kindMissing : undefined,
    file:
      refused?.kind === "unchanged"
        ? t.unchanged(formatCount(refused.number, locale))
        : error && error !== "kindMissing"
          ? t[error]
          : undefined,
  };
}
