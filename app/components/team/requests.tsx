import { Form } from "@remix-run/react";
import type { TeamPage } from "../../domain/team/read-team.server.ts";
import { formatDate } from "../../format.ts";
import { useLocale, useTexts } from "../texts.ts";
import { useValuesInWords } from "./values-in-words.ts";

type Request = TeamPage["decided"][number];

/** What the project has asked for and still waits for. */
export function OpenRequest({ request }: { request: Request }) {
  const t = useTexts().team.request;
  const locale = useLocale();
  return (
    <section className="card card--attention stack--close">
      <h2>{t.openTitle}</h2>
      <Changes request={request} />
      {request.note ? (
        <p>
          {t.note}: {request.note}
        </p>
      ) : null}
      <p className="muted">{t.asked(request.asked_by, formatDate(request.asked_at, locale))}</p>
      <Form method="post">
        <button type="submit" className="button" name="intent" value="withdraw">
          {t.withdraw}
        </button>
      </Form>
    </section>
  );
}

/** What became of earlier requests, the newest first. */
export function DecidedRequests({ requests }: { requests: Request[] }) {
  const t = useTexts().team.request;
  const locale = useLocale();
  return (
    <section className="card stack--close">
      <h2>{t.decidedTitle}</h2>
      <ul className="record-list plain-list">
        {requests.map((request) => (
          <li key={request.request_id} className="record">
            <div className="stack--close">
              <p>
                <strong>
                  {t.decided(t.states[request.state] ?? "", formatDate(request.decided_at ?? request.asked_at, locale))}
                </strong>
              </p>
              <Changes request={request} />
              {request.reason ? <p>{t.reason(request.reason)}</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ request }: { request: Request }) {
  const t = useTexts().team;
  const locale = useLocale();
  const inWords = useValuesInWords();
  return (
    <>
      <ul className="plain-list">
        {Object.entries(request.changes).map(([code, chosen]) => {
          const { name, values } = inWords(code, chosen);
          return <li key={code}>{t.request.change(name, values || t.data.none)}</li>;
        })}
      </ul>
      <p className="muted">{t.request.from(formatDate(request.valid_from, locale))}</p>
    </>
  );
}
