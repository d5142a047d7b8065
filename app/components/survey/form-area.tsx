import type { SurveyModel } from "survey-core";
import { Notice } from "../layout/notice.tsx";
import { useTexts } from "../texts.ts";
import type { SurveyModule } from "./open-survey.ts";

type FormAreaProps = { model: SurveyModel | undefined; Form: SurveyModule["default"] | undefined; failed: boolean };

/** The form once SurveyJS is there; until then, that it comes. */
export function FormArea({ model, Form, failed }: FormAreaProps) {
  const t = useTexts().responses.fill;
  if (failed) return <Notice kind="danger" title={t.failed} live="alert" />;
  if (model && Form) return <Form model={model} />;
  return (
    <div className="card fill-loading">
      <p role="status">{t.loading}</p>
      <noscript>{t.noScript}</noscript>
    </div>
  );
}
