import { Link } from "@remix-run/react";
import { type RefObject, useState } from "react";
import type { JsonObject } from "#surveys/json.ts";
import type { SheetPage } from "../../domain/responses/answer-sheet.ts";
import type { RoundCover } from "../../domain/responses/open-sheet.server.ts";
import { AskLine } from "../inquiries/ask-line.tsx";
import { Notice } from "../layout/notice.tsx";
import { SheetName } from "../sheet-name.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { FormArea } from "./form-area.tsx";
import { countFaulty } from "./page-errors.ts";
import { PageList } from "./page-list.tsx";
import { blankState, useFocusOnChange } from "./page-position.ts";
import { ReviewHere } from "./review-here.tsx";
import { useKeepHereGuard } from "./use-keep-here-guard.ts";
import { type SurveyHere, useSurveyHere } from "./use-survey-here.ts";

export type FillHereProps = {
  cover: RoundCover & { project?: string };
  /** names what this window keeps */
  keepAs: string;
  definitionUrl: string;
  submitUrl: string;
  thanksUrl: string;
  coverUrl: string;
  askUrl: string;
  /** puts answers into the order of the questionnaire, for the review */
  sheetOf: (source: JsonObject, answers: JsonObject, unasked: readonly string[]) => SheetPage[];
};

/** Filling in an anonymous questionnaire: everything stays in this window until it is sent, in one go. */
export function FillHere(props: FillHereProps) {
  const { links, inquiries } = useTexts();
  const read = useReader();
  const locale = useLocale();
  const { cover } = props;
  const [reviewing, setReviewing] = useState(false);
  const survey = useSurveyHere({ definitionUrl: props.definitionUrl, keepAs: props.keepAs, locale });
  const shown =
    survey.pages.length > 0 ? survey.pages : cover.pages.map((page) => blankState(page.name, read(page.title)));
  const index = Math.max(
    0,
    shown.findIndex((page) => page.name === survey.current),
  );
  const heading = useFocusOnChange(survey.asks ? ":found" : reviewing ? ":review" : survey.current);
  useKeepHereGuard(survey.isUnsent, survey.edited, links.here.lost);
  const goTo = (page: string) => {
    setReviewing(false);
    survey.goTo(page);
  };

  if (survey.asks) return <Found heading={heading} begin={survey.begin} />;
  return (
    <div className="app-grid--fill">
      <aside className="app-grid__pages">
        <div className="sticky">
          <SheetName cover={cover} />
          <PageList pages={shown} index={reviewing ? -1 : index} minutes={cover.minutes} onChoose={goTo} />
          <p className="who-sees">
            <Link to={props.coverUrl}>{links.cover.whoSees}</Link>
          </p>
          <AskLine>
            {/* Apart, because what was typed is nowhere but in this window. */}
            <a href={props.askUrl} target="_blank" rel="noopener">
              {inquiries.link} {inquiries.newTab}
            </a>
          </AskLine>
        </div>
      </aside>
      <div className="app-grid__form">
        <p className="save-state">{links.here.line}</p>
        <h1 ref={heading} tabIndex={-1}>
          {reviewing ? links.here.reviewTitle : shown[index]?.title}
        </h1>
        {reviewing ? (
          <ReviewHere
            survey={survey}
            sheetOf={props.sheetOf}
            submitUrl={props.submitUrl}
            thanksUrl={props.thanksUrl}
            onBack={() => setReviewing(false)}
            onQuestion={(name) => {
              setReviewing(false);
              survey.goToQuestion(name);
            }}
          />
        ) : (
          <>
            <FormArea model={survey.model} Form={survey.Form} failed={survey.failed} plain={null} />
            <Foot survey={survey} index={index} onReview={() => setReviewing(true)} />
          </>
        )}
      </div>
    </div>
  );
}

type FoundProps = { heading: RefObject<HTMLHeadingElement>; begin: SurveyHere["begin"] };

/** Before anything of it is shown: whoever sits here now may be somebody else. */
function Found({ heading, begin }: FoundProps) {
  const t = useTexts().links.found;
  return (
    <section className="card stack--close prose">
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <p>{t.text}</p>
      <div className="actions">
        <button type="button" className="button button--primary" onClick={() => begin({ anew: false })}>
          {t.goOn}
        </button>
        <button type="button" className="button" onClick={() => begin({ anew: true })}>
          {t.anew}
        </button>
      </div>
    </section>
  );
}

type FootProps = { survey: SurveyHere; index: number; onReview: () => void };

/** Back, and the one thing to do: on to the next page, or to the review. */
function Foot({ survey, index, onReview }: FootProps) {
  const { responses, links } = useTexts();
  const t = responses.fill;
  const [errors, setErrors] = useState(0);
  const { model, pages } = survey;
  if (!model) return null;
  const [before, next] = [pages[index - 1], pages[index + 1]];

  function go() {
    const page = model?.currentPage;
    if (page && !page.validate(true, true)) {
      setErrors(countFaulty(page));
      return;
    }
    setErrors(0);
    if (next) survey.goTo(next.name);
    else onReview();
  }

  return (
    <>
      <div role="alert">{errors > 0 ? <Notice kind="warn" title={t.errors(errors)} /> : null}</div>
      <div className="form-foot">
        {before ? (
          <button type="button" className="button" onClick={() => survey.goTo(before.name)}>
            {t.back}
          </button>
        ) : null}
        <button type="button" className="button button--primary" onClick={go}>
          {next ? t.next(next.title) : links.here.review}
        </button>
      </div>
    </>
  );
}
