import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useLoaderData, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { Notice } from "../../components/layout/notice.tsx";
import { titled } from "../../components/layout/titled.ts";
import { Clashes } from "../../components/survey/clashes.tsx";
import { PageList } from "../../components/survey/page-list.tsx";
import { SaveLine, Unsaved, useSaveWords } from "../../components/survey/save-line.tsx";
import { useLeaveGuard } from "../../components/survey/use-leave-guard.ts";
import { type SurveyState, useSurvey } from "../../components/survey/use-survey.ts";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { readForFilling } from "../../domain/responses/read-sheet.server.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";
import "../../styles/survey.css";

export const handle: Handle = { width: "wide" };
export const meta = titled<typeof loader>((_t, data, locale) => {
  const cover = (data as unknown as Awaited<ReturnType<typeof loader>> | undefined)?.cover;
  return cover ? `${textIn(cover.title, locale)} ${cover.wave}` : "";
});

/** What the page shows comes from the model in the browser; a reload begins with fresh answers, nothing in between does. */
export const shouldRevalidate = () => false;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "response.edit");
    const { cover, checksum, roundId, draft } = await readForFilling(context.db, viewer, params.invitationId ?? "");
    if (cover.state === "submitted") throw redirect(paths.submitted(cover.invitationId));
    if (!cover.open) throw redirect(paths.invitation(cover.invitationId));
    const url = new URL(request.url);
    return {
      cover,
      definitionUrl: paths.definition(roundId, checksum),
      answers: draft.answers,
      revisions: draft.revisions,
      page: url.searchParams.get("seite"),
      question: url.searchParams.get("frage"),
    };
  });
}

export default function Fill() {
  const t = useTexts().responses.fill;
  const read = useReader();
  const locale = useLocale();
  const { cover, ...data } = useLoaderData<typeof loader>();
  const survey = useSurvey({ ...data, changesUrl: paths.changes(cover.invitationId), locale } as Parameters<
    typeof useSurvey
  >[0]);
  const shown =
    survey.pages.length > 0 ? survey.pages : cover.pages.map((page) => blankState(page.name, read(page.title)));
  const index = Math.max(
    0,
    shown.findIndex((page) => page.name === survey.current),
  );
  const heading = useFocusOnChange(survey.current);
  useRememberPage(survey.current);
  useLeaveGuard(survey.saver);

  return (
    <div className="app-grid--fill">
      <aside className="app-grid__pages">
        <div className="sticky">
          <p className="wide-only">
            <strong>{t.yourSheet}</strong>
            <br />
            <span className="quiet">{`${read(cover.title)} ${cover.wave} · ${cover.project}`}</span>
          </p>
          <PageList pages={shown} index={index} minutes={cover.minutes} onChoose={survey.goTo} />
          <p className="who-sees">
            <Link to={paths.invitation(cover.invitationId)}>{t.whoSees}</Link>
          </p>
        </div>
      </aside>
      <div className="app-grid__form">
        <SaveLine save={survey.save} invitationId={cover.invitationId} />
        <h1 ref={heading} tabIndex={-1}>
          {shown[index]?.title}
        </h1>
        {["closed", "submitted", "blocked"].includes(survey.save.kind) ? <Unsaved survey={survey} /> : null}
        <Clashes survey={survey} />
        <FormArea survey={survey} />
        <Foot survey={survey} index={index} invitationId={cover.invitationId} />
      </div>
    </div>
  );
}

function blankState(name: string, title: string) {
  return { name, title, asked: 0, answered: 0, hasErrors: false };
}

function FormArea({ survey: { model, Form, failed } }: { survey: SurveyState }) {
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
      setErrors(page.questions.filter((question: { errors: unknown[] }) => question.errors.length > 0).length);
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

/** After a change of page the reading position is its heading, also for screen readers. */
function useFocusOnChange(page: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(page);
  useEffect(() => {
    const moved = before.current !== "" && before.current !== page;
    before.current = page;
    if (!moved) return;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [page]);
  return heading;
}

/** Keeps the page in the address, so that a reload comes back to it; the history is left alone. */
function useRememberPage(page: string) {
  useEffect(() => {
    if (!page) return;
    const url = new URL(window.location.href);
    url.searchParams.set("seite", page);
    url.searchParams.delete("frage");
    window.history.replaceState(window.history.state, "", url);
  }, [page]);
}
