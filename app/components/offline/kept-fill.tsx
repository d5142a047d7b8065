import { useState } from "react";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { SheetName } from "../sheet-name.tsx";
import { FormArea } from "../survey/form-area.tsx";
import { countFaulty } from "../survey/page-errors.ts";
import { PageList } from "../survey/page-list.tsx";
import { blankState, useFocusOnChange, useRememberPage } from "../survey/page-position.ts";
import { ClashesElsewhere, QuestionSlot } from "../survey/question-slot.tsx";
import { SaveLine } from "../survey/save-line.tsx";
import type { KeptSheet } from "../survey/sync/device.ts";
import type { SaveState } from "../survey/sync/save-state.ts";
import { QuestionFeet } from "../survey/talk/question-feet.tsx";
import { Unsaved } from "../survey/unsaved.tsx";
import { type SurveyState, useSurvey } from "../survey/use-survey.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { KeepChoice } from "./keep-choice.tsx";

/** The fill page without a network: the questionnaire as it lies on this device, and edits that wait on it. */
export function KeptFill({ kept, connected }: { kept: KeptSheet; connected: boolean }) {
  const { offline } = useTexts();
  const read = useReader();
  const locale = useLocale();
  const { cover, as, checksum, source, standing } = kept;
  const { invitationId } = cover;
  const page = new URLSearchParams(window.location.search).get("seite");
  const data = { cover, as, name: null, checksum, definitionUrl: "", source, standing, locale, page, question: null };
  const survey = useSurvey(data);
  const shown =
    survey.pages.length > 0 ? survey.pages : cover.pages.map((one) => blankState(one.name, read(one.title)));
  const index = Math.max(
    0,
    shown.findIndex((one) => one.name === survey.current),
  );
  const heading = useFocusOnChange(survey.current);
  useRememberPage(survey.current);
  const byProject = cover.kind === "project";

  return (
    <div className="app-grid--fill">
      <aside className="app-grid__pages">
        <div className="sticky">
          <SheetName cover={cover} />
          <PageList pages={shown} index={index} minutes={cover.minutes} onChoose={survey.goTo} />
          <p className="who-sees">
            <a href="#liste">{offline.list.toList}</a>
          </p>
        </div>
      </aside>
      <div className="app-grid__form">
        <SaveLine save={survey.save} invitationId={invitationId} byLink={!byProject} />
        <Connection survey={survey} connected={connected} to={paths.fill(invitationId, survey.current)} />
        <h1 ref={heading} tabIndex={-1}>
          {shown[index]?.title}
        </h1>
        <Unsaved survey={survey} invitationId={invitationId} />
        <ClashesElsewhere survey={survey} />
        <FormArea {...survey} plain={null} />
        <QuestionFeet model={survey.model}>
          {(question, root) => (
            <QuestionSlot survey={survey} me={as} question={question} root={root} byProject={false} />
          )}
        </QuestionFeet>
        <Foot survey={survey} index={index} />
        <KeepChoice byLink={!byProject} />
      </div>
    </div>
  );
}

type ConnectionProps = { survey: SurveyState; connected: boolean; to: string };

const UNDER_WAY: readonly SaveState["kind"][] = ["saving", "offline", "busy", "signed-out"];

/** Once the network is back and nothing is under way any more: the way to the page that can do everything. */
function Connection({ survey, connected, to }: ConnectionProps) {
  const t = useTexts().offline;
  const { kind, open } = survey.save;
  const isBack = connected && survey.saver !== undefined && !UNDER_WAY.includes(kind);
  return (
    <div role="status">
      {isBack ? (
        <Notice
          kind="good"
          title={open === 0 ? t.sheet.online : t.backTitle}
          actions={
            <a className="button button--primary" href={to}>
              {t.sheet.toPage}
            </a>
          }
        />
      ) : null}
    </div>
  );
}

/** Back and on; answers are checked and submitted where there is a network. */
function Foot({ survey, index }: { survey: SurveyState; index: number }) {
  const { offline, responses } = useTexts();
  const t = responses.fill;
  const [errors, setErrors] = useState(0);
  const { model, pages } = survey;
  if (!model) return null;
  const [before, next] = [pages[index - 1], pages[index + 1]];

  function go(to: string) {
    const page = model?.currentPage;
    const isRight = !page || page.validate(true, true);
    setErrors(isRight ? 0 : countFaulty(page));
    if (isRight) survey.goTo(to);
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
        {next ? (
          <button type="button" className="button button--primary" onClick={() => go(next.name)}>
            {t.next(next.title)}
          </button>
        ) : (
          <p className="quiet">{offline.sheet.foot}</p>
        )}
      </div>
    </>
  );
}
