import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { AnswerSheet } from "../answer-sheet.tsx";
import { Notice } from "../layout/notice.tsx";
import { useTexts } from "../texts.ts";
import type { FillHereProps } from "./fill-here.tsx";
import { questionOf } from "./question-of.ts";
import { type Sent, sendHere } from "./send-here.ts";
import { askedIn, type SurveyHere } from "./use-survey-here.ts";

type ReviewHereProps = Pick<FillHereProps, "sheetOf" | "submitUrl" | "thanksUrl"> & {
  survey: SurveyHere;
  onBack: () => void;
  onQuestion: (name: string) => void;
};

/** All answers once more, and the button that sends them. */
export function ReviewHere({ survey, sheetOf, submitUrl, thanksUrl, onBack, onQuestion }: ReviewHereProps) {
  const t = useTexts().links.here;
  const navigate = useNavigate();
  const [sending, setSending] = useState(false);
  const [result, setResult] = useState<Sent>();
  const { model, source } = survey;
  const kept = survey.kept();
  if (!model || !source || !kept) return null;
  const { answers, unasked } = askedIn(model, kept.answers);

  async function submit() {
    if (!kept || !model) return;
    setSending(true);
    setResult(undefined);
    const sent = await sendHere(submitUrl, { submissionId: kept.submissionId, answers: kept.answers });
    setSending(false);
    setResult(sent);
    if (sent.kind === "faults") for (const fault of sent.faults) survey.refuse?.(fault.name, fault.code);
    if (sent.kind !== "sent") return;
    survey.forget();
    navigate(thanksUrl, { replace: true });
  }

  return (
    <>
      <p className="prose">{t.reviewHint}</p>
      <div role="alert">{result ? <Outcome result={result} survey={survey} onQuestion={onQuestion} /> : null}</div>
      <AnswerSheet pages={sheetOf(source, answers, unasked)} />
      <div className="form-foot">
        <button type="button" className="button" onClick={onBack} disabled={sending}>
          {t.back}
        </button>
        <button type="button" className="button button--primary" onClick={submit} disabled={sending}>
          {sending ? t.sending : t.submit}
        </button>
      </div>
    </>
  );
}

type OutcomeProps = { result: Sent; survey: SurveyHere; onQuestion: (name: string) => void };

function Outcome({ result, survey, onQuestion }: OutcomeProps) {
  const { links, responses } = useTexts();
  const t = links.here;
  const words: Record<string, string> = responses.faults;
  if (result.kind === "sent") return null;
  if (result.kind === "faults") {
    return (
      <Notice kind="warn" title={t.faults(result.faults.length)}>
        <ul>
          {result.faults.map(({ name, code, message }) => (
            <li key={name + code}>
              <button type="button" className="button button--quiet" onClick={() => onQuestion(name)}>
                {questionOf(survey.model, name)?.title ?? name}
              </button>
              <br />
              {words[code] ?? message ?? responses.faults.other}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (result.kind === "other-arrived") {
    return (
      <Notice kind="warn" title={t.otherArrived}>
        <p>{t.otherArrivedText}</p>
      </Notice>
    );
  }
  if (result.kind === "used") return <Notice kind="warn" title={links.cover.receivedAnonymous} />;
  if (result.kind === "unknown") {
    return (
      <Notice kind="warn" title={t.notSent}>
        <p>{t.tryAgain}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="warn" title={links.bars[result.kind].title}>
      <p>{links.bars[result.kind].text}</p>
    </Notice>
  );
}
