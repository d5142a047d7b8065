import { formatTime } from "../../format.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { showValue } from "./peoples-edits.ts";
import { shown, titleOf } from "./save-line.tsx";
import type { Clash } from "./saver.ts";
import type { SurveyState } from "./use-survey.ts";

/** Where two people changed the same answer: both are kept, a person decides. */
export function Clashes({ survey }: { survey: SurveyState }) {
  return survey.clashes.map((clash) => <OneClash key={clash.path} clash={clash} survey={survey} />);
}

function OneClash({ clash, survey }: { clash: Clash; survey: SurveyState }) {
  const t = useTexts().responses.fill.clash;
  const locale = useLocale();
  const show = (value: unknown) => shown(survey, clash.path, value) || t.empty;

  function settle(value: unknown) {
    survey.drop(clash);
    survey.saver?.settle(clash, value);
    // The saver knows the new revision now; the model's own event then says the same value again.
    if (survey.model) showValue(survey.model, clash.path, value);
  }

  return (
    <Notice
      kind="warn"
      live="alert"
      title={`${t.title}: ${titleOf(survey, clash.path)}`}
      actions={
        <>
          <button type="button" className="button" onClick={() => settle(clash.mine)}>
            {t.mine}
          </button>
          <button type="button" className="button" onClick={() => settle(clash.theirs)}>
            {t.theirs}
          </button>
        </>
      }
    >
      <p>{t.text(clash.by ?? t.someone, formatTime(clash.at, locale))}</p>
      <blockquote>{show(clash.theirs)}</blockquote>
      <p>{t.yours}</p>
      <blockquote>{show(clash.mine)}</blockquote>
    </Notice>
  );
}
