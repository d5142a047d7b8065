import type { SurveyModel } from "survey-core";
import { Notice } from "../layout/notice.tsx";
import { useTexts } from "../texts.ts";
import type { SurveyModule } from "./open-survey.ts";

type FormAreaProps = {
  model: SurveyModel | undefined;
  Form: SurveyModule["default"] | undefined;
  failed: boolean;
  /** where the same page can be filled in without JavaScript; null where answers stay in this window alone */
  plain: string | null;
};

/** The form once SurveyJS is there; until then, that it comes. */
export function FormArea({ model, Form, failed, plain }: FormAreaProps) {
  const { responses, plain: words } = useTexts();
  const t = responses.fill;
  if (failed) return <Notice kind="danger" title={t.failed} live="alert" />;
  if (model && Form) return <Form model={model} />;
  return (
    <div className="card fill-loading">
      <p role="status">{t.loading}</p>
      <noscript>
        <p>{plain ? words.openHint : words.anonymousHint}</p>
        {plain ? (
          <p className="actions">
            <a className="button button--primary" href={plain}>
              {words.open}
            </a>
          </p>
        ) : null}
      </noscript>
    </div>
  );
}
