import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useLoaderData, useNavigate } from "@remix-run/react";
import { useState } from "react";
import { AskLink } from "../../components/inquiries/ask-link.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { titled } from "../../components/layout/titled.ts";
import { KeepChoice } from "../../components/offline/keep-choice.tsx";
import { SheetName } from "../../components/sheet-name.tsx";
import { FillHere } from "../../components/survey/fill-here.tsx";
import { FormArea } from "../../components/survey/form-area.tsx";
import { countFaulty } from "../../components/survey/page-errors.ts";
import { PageList } from "../../components/survey/page-list.tsx";
import { blankState, useFocusOnChange, useRememberPage } from "../../components/survey/page-position.ts";
import { PeopleHere } from "../../components/survey/people-here.tsx";
import { ClashesElsewhere, QuestionSlot } from "../../components/survey/question-slot.tsx";
import { SaveLine, useSaveWords } from "../../components/survey/save-line.tsx";
import { PageMark } from "../../components/survey/talk/page-mark.tsx";
import { QuestionFeet } from "../../components/survey/talk/question-feet.tsx";
import { TalkAround } from "../../components/survey/talk/talk-around.tsx";
import { TalkAside } from "../../components/survey/talk/talk-aside.tsx";
import { Unsaved } from "../../components/survey/unsaved.tsx";
import { useLeaveGuard } from "../../components/survey/use-leave-guard.ts";
import { usePresence } from "../../components/survey/use-presence.ts";
import { type SurveyState, useSurvey } from "../../components/survey/use-survey.ts";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import type { Cover } from "../../domain/responses/open-sheet.server.ts";
import { readForFilling } from "../../domain/responses/read-sheet.server.ts";
import { sheetHere } from "../../domain/responses/sheet-here.ts";
import { textIn } from "../../format.ts";
import { letGuestIn, requireRespondent } from "../../http/guest.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";
import "../../styles/survey.css";

export const handle: Handle = { width: "wide" };
export const meta = titled<{ cover: Cover }>((_t, shown, locale) =>
  shown ? `${textIn(shown.cover.title, locale)} ${shown.cover.wave}` : "",
);

/** What the page shows comes from the model in the browser; a reload begins with fresh answers, nothing in between does. */
export const shouldRevalidate = () => false;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "response.edit", invitationId);
    const { cover, checksum, roundId, standing, maySubmit } = await readForFilling(
      context.db,
      respondent,
      invitationId,
    );
    const here = cover.privacy === "anonymous";
    if (cover.state === "submitted") throw redirect(here ? paths.thanks(invitationId) : paths.submitted(invitationId));
    if (!cover.open || cover.declined || (here && !maySubmit)) throw redirect(paths.invitation(invitationId));
    const url = new URL(request.url);
    const shown = {
      cover,
      here,
      definitionUrl: paths.definition(roundId, checksum),
      checksum,
      standing,
      as: respondent.accountId,
      name: respondent.name ?? null,
      page: url.searchParams.get("seite"),
      question: url.searchParams.get("frage"),
    };
    // Whoever fills in is not shut out in the middle of it.
    const isGuest = respondent.accountId === null;
    return data(shown, isGuest ? { headers: { "Set-Cookie": await letGuestIn(request, context, invitationId) } } : {});
  });
}

export default function Fill() {
  const { here, cover, definitionUrl } = useLoaderData<typeof loader>();
  if (!here) return <FillTogether />;
  const { invitationId } = cover;
  return (
    <FillHere
      cover={cover}
      keepAs={invitationId}
      definitionUrl={definitionUrl}
      submitUrl={paths.submitAnonymously(invitationId)}
      thanksUrl={paths.thanks(invitationId)}
      coverUrl={paths.invitation(invitationId)}
      askUrl={paths.ask(invitationId)}
      sheetOf={sheetHere}
    />
  );
}

/** Every change is saved on the server, where colleagues see it. */
function FillTogether() {
  const { responses, links } = useTexts();
  const t = responses.fill;
  const read = useReader();
  const locale = useLocale();
  const { cover, here: _, ...data } = useLoaderData<typeof loader>();
  const survey = useSurvey({ ...data, cover, locale } as Parameters<typeof useSurvey>[0]);
  usePresence(cover.invitationId, survey.client, survey.model !== undefined);
  const shown =
    survey.pages.length > 0 ? survey.pages : cover.pages.map((page) => blankState(page.name, read(page.title)));
  const index = Math.max(
    0,
    shown.findIndex((page) => page.name === survey.current),
  );
  const plainPage =
    Math.max(
      0,
      cover.pages.findIndex((page) => page.name === data.page),
    ) + 1;
  const heading = useFocusOnChange(survey.current);
  useRememberPage(survey.current);
  useLeaveGuard(survey.saver);
  const byProject = cover.kind === "project";

  const sheet = (
    <div className="app-grid--fill">
      <aside className="app-grid__pages">
        <div className="sticky">
          <SheetName cover={cover} />
          <PageList
            pages={shown}
            index={index}
            minutes={cover.minutes}
            onChoose={survey.goTo}
            note={(page) => <PageMark page={page} />}
          />
          <p className="who-sees">
            <Link to={paths.invitation(cover.invitationId)}>{byProject ? t.whoSees : links.cover.whoSees}</Link>
            {byProject ? null : <br />}
            {byProject ? null : <Link to={paths.ownLink(cover.invitationId)}>{links.own.show}</Link>}
          </p>
          <AskLink invitationId={cover.invitationId} />
        </div>
      </aside>
      <div className="app-grid__form">
        <div className="fill-head">
          <SaveLine save={survey.save} invitationId={cover.invitationId} byLink={!byProject} />
          {byProject ? <PeopleHere survey={survey} me={data.as} /> : null}
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {shown[index]?.title}
        </h1>
        <Unsaved survey={survey} invitationId={cover.invitationId} />
        <ClashesElsewhere survey={survey} />
        <FormArea {...survey} plain={paths.plain(cover.invitationId, plainPage)} />
        <QuestionFeet model={survey.model}>
          {(question, root) => (
            <QuestionSlot survey={survey} me={data.as} question={question} root={root} byProject={byProject} />
          )}
        </QuestionFeet>
        <Foot survey={survey} index={index} invitationId={cover.invitationId} />
        <KeepChoice
          byLink={!byProject}
          opened={{ invitationId: cover.invitationId, as: data.as }}
          ready={survey.model !== undefined}
        />
      </div>
      {byProject ? <TalkAside invitationId={cover.invitationId} /> : null}
    </div>
  );
  return (
    <TalkAround survey={survey} invitationId={byProject ? cover.invitationId : null}>
      {sheet}
    </TalkAround>
  );
}

/** Back, and the one thing to do: on to the next page, or to the review. */
function Foot({ survey, index, invitationId }: { survey: SurveyState; index: number; invitationId: string }) {
  const t = useTexts().responses.fill;
  const navigate = useNavigate();
  const [errors, setErrors] = useState(0);
  const [stuck, setStuck] = useState(false);
  const why = useSaveWords(survey.save);
  const { model, pages, saver } = survey;
  if (!model || !saver) return null;
  const [before, next] = [pages[index - 1], pages[index + 1]];

  async function go() {
    setStuck(false);
    const page = model?.currentPage;
    if (page && !page.validate(true, true)) {
      setErrors(countFaulty(page));
      return;
    }
    setErrors(0);
    if (next) return survey.goTo(next.name);
    if (await saver?.flush()) navigate(paths.review(invitationId));
    else setStuck(true);
  }

  return (
    <>
      <div role="alert">
        {errors > 0 ? <Notice kind="warn" title={t.errors(errors)} /> : null}
        {stuck && survey.save.open > 0 ? (
          <Notice kind="warn" title={t.save.notYet}>
            <p>{why}</p>
          </Notice>
        ) : null}
      </div>
      <div className="form-foot">
        {before ? (
          <button type="button" className="button" onClick={() => survey.goTo(before.name)}>
            {t.back}
          </button>
        ) : null}
        <button type="button" className="button button--primary" onClick={go}>
          {next ? t.next(next.title) : t.review}
        </button>
      </div>
    </>
  );
}
