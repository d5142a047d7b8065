import { Form } from "@remix-run/react";
import type { AccountPage } from "../../domain/account/read-account.server.ts";
import { formatDate, formatTime } from "../../format.ts";
import { useLocale, useTexts } from "../texts.ts";

type Session = AccountPage["sessions"][number];

/** Where the person is signed in, each with a button that ends it. */
export function SessionsSection({ sessions }: { sessions: Session[] }) {
  const t = useTexts().account.sessions;
  const others = sessions.filter(({ current }) => !current);
  return (
    <section className="card stack--close">
      <h2>{t.title}</h2>
      <p className="muted">{t.text}</p>
      <ul className="record-list plain-list">
        {sessions.map((session) => (
          <Line key={session.sessionId} session={session} />
        ))}
      </ul>
      {others.length === 0 ? <p>{t.only}</p> : null}
      {others.length > 1 ? (
        <Form method="post">
          <button type="submit" className="button" name="intent" value="end-others">
            {t.endOthers}
          </button>
        </Form>
      ) : null}
    </section>
  );
}

function Line({ session }: { session: Session }) {
  const t = useTexts().account.sessions;
  const locale = useLocale();
  const begun = t.begun(formatDate(session.begunAt, locale, "short"), formatTime(session.begunAt, locale));
  return (
    <li className="record">
      <div>
        <p>
          {begun} {session.current ? <span className="chip">{t.current}</span> : null}
        </p>
        <p className="muted">
          {t.used(formatDate(session.usedAt, locale, "short"), formatTime(session.usedAt, locale))}
        </p>
      </div>
      {session.current ? null : (
        <Form method="post">
          <input type="hidden" name="intent" value="end-session" />
          <input type="hidden" name="sessionId" value={session.sessionId} />
          <button type="submit" className="button button--small" aria-label={t.endOf(begun)}>
            {t.end}
          </button>
        </Form>
      )}
    </li>
  );
}
