import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { RoundRow } from "#db/queries/rounds.server.ts";
import type { Reminded } from "../../../domain/mail/round-mails.server.ts";
import type { Known } from "../../../domain/rounds/desk/read-desk.server.ts";
import type { DeskView } from "../../../domain/rounds/desk/view.ts";
import { formatCount } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { EmptyState } from "../../layout/empty-state.tsx";
import { Notice } from "../../layout/notice.tsx";
import { useLocale, useTexts } from "../../texts.ts";
import { PeopleFilter } from "./people-filter.tsx";
import { PeopleTable } from "./people-table.tsx";

/** What came of reminding; `nothingChosen`: no row was ticked. */
export type Reminding = { reminded?: Reminded; nothingChosen?: boolean };

type PeopleProps = {
  round: RoundRow;
  known: Known;
  view: DeskView;
  now: Date;
  canRemind: boolean;
  canReopen: boolean;
  canErase: boolean;
  answer: Reminding | undefined;
};

/** Who is invited and how far they are, and reminding those who are ticked. */
export function People({ round, known, view, now, canRemind, canReopen, canErase, answer }: PeopleProps) {
  const t = useTexts().desk;
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const { participants, matching, total } = known;
  const title = known.byLink ? t.people.titleByLink : t.people.title;
  const choosable = canRemind && participants.some((one) => one.remindable);
  // Those who were reminded are not to be reminded by the next press of the button.
  useEffect(() => {
    if (answer?.reminded) form.current?.reset();
  }, [answer]);
  if (total === 0) return <EmptyState title={t.people.nobody} />;
  const table = (
    <PeopleTable
      roundId={round.round_id}
      canReopen={canReopen}
      canErase={canErase}
      participants={participants}
      byLink={known.byLink}
      running={round.state === "open"}
      choosable={choosable}
      view={view}
      now={now}
    />
  );
  return (
    <section className="stack--close people" id="teilnehmende">
      <h2>{title}</h2>
      <Outcome answer={answer} />
      <PeopleFilter roundId={round.round_id} laender={known.laender} view={view} running={round.state === "open"} />
      <p className="quiet" role="status">
        {t.people.shown(formatCount(matching, locale), formatCount(total, locale))}
        {matching > participants.length ? `. ${t.people.capped(formatCount(participants.length, locale))}` : null}
      </p>
      {participants.length === 0 ? (
        <EmptyState headingLevel={3} title={t.people.noneShown} text={t.people.noneShownText} />
      ) : choosable ? (
        <Form method="post" ref={form} preventScrollReset className="people__form">
          <ChooseAll roundId={round.round_id} view={view} />
          {table}
          <div className="people__actions">
            <button type="submit" className="button button--primary" name="intent" value="remind">
              {t.remind.submit}
            </button>
            <p className="quiet">{t.remind.hint}</p>
          </div>
        </Form>
      ) : (
        table
      )}
      <p className="table-note">{t.people.note}</p>
    </section>
  );
}

/** A link that ticks everything in the list, so that it works without JavaScript too. */
function ChooseAll({ roundId, view }: { roundId: string; view: DeskView }) {
  const t = useTexts().desk.remind;
  const kept = {
    stand: view.state ?? undefined,
    land: view.land ?? undefined,
    sortierung: view.sort,
    nach: view.by ?? undefined,
    auswahl: view.all ? undefined : "alle",
  };
  return (
    <p>
      <Link to={`${paths.round(roundId, kept)}#teilnehmende`} preventScrollReset>
        {view.all ? t.none : t.all}
      </Link>
    </p>
  );
}

function Outcome({ answer }: { answer: Reminding | undefined }) {
  const t = useTexts().desk.remind;
  const locale = useLocale();
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer?.reminded || answer?.nothingChosen) message.current?.focus();
  }, [answer]);
  if (!answer?.reminded && !answer?.nothingChosen) return null;
  return (
    <div ref={message} tabIndex={-1} className="people__outcome">
      {answer.reminded ? (
        <Notice kind={answer.reminded.queued > 0 ? "good" : "note"} title={sentence(answer.reminded)} live="status" />
      ) : (
        <Notice kind="danger" title={t.nothing} live="alert" />
      )}
    </div>
  );

  function sentence({ queued, tooSoon }: Reminded): string {
    if (queued + tooSoon === 0) return `${t.sent(0, "")}. ${t.noneDue}`;
    const sent = t.sent(queued, formatCount(queued, locale));
    return tooSoon > 0 ? `${sent}, ${t.tooSoon(formatCount(tooSoon, locale))}.` : `${sent}.`;
  }
}
