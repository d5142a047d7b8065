import { Link } from "@remix-run/react";
import type { OpenRequest } from "../../domain/members/requests.server.ts";
import { formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import type { FieldErrors } from "../layout/form-context.ts";
import { FormField } from "../layout/form-field.tsx";
import { Notice } from "../layout/notice.tsx";
import { StateChip } from "../layout/state-chip.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { valuesText } from "./values-text.ts";

type RequestCardProps = { request: OpenRequest; errors: FieldErrors; reason: string };

/** One request with what it would change, and the two answers to it. */
export function RequestCard({ request, errors, reason }: RequestCardProps) {
  const texts = useTexts();
  const t = texts.members.requests;
  const locale = useLocale();
  // Faults of the day or of an attribute belong to the request, not to a field that could be mended here.
  const { reason: atReason, ...others } = errors;
  const about = <span className="visually-hidden">{t.about(request.project)}</span>;
  return (
    <section className="card stack--close">
      <div>
        <h2>
          <Link to={paths.project(request.project_id)}>{request.project}</Link>
        </h2>
        <p className="quiet">
          {request.organisation} · {t.asked(request.asked_by, formatDate(request.asked_at, locale))} ·{" "}
          {t.from(formatDate(request.valid_from, locale))}
        </p>
      </div>
      {Object.values(others).map((message) => (
        <Notice key={message} kind="danger" title={message} live="alert" />
      ))}
      <TableScroll label={request.project}>
        <table className="data data--records data--close">
          <thead>
            <tr>
              <th scope="col">{texts.members.project.heads.attribute}</th>
              <th scope="col">{t.change.before}</th>
              <th scope="col">{t.change.after}</th>
            </tr>
          </thead>
          <tbody>
            {request.changes.map((change) => (
              <tr key={change.attribute}>
                <th scope="row">{texts.attributes.names[change.attribute] ?? change.attribute}</th>
                <td data-label={t.change.before}>{valuesText(texts, change.attribute, change.before)}</td>
                <td data-label={t.change.after}>
                  <strong>{valuesText(texts, change.attribute, change.after)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {request.note ? (
        <p>
          <span className="quiet">{t.note}:</span> {request.note}
        </p>
      ) : null}
      <CheckedForm errors={{ reason: atReason }}>
        <input type="hidden" name="requestId" value={request.request_id} />
        <FormField
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          control="textarea"
          textarea={{ rows: 2, defaultValue: reason }}
        />
        <div className="actions">
          <button type="submit" className="button button--primary" name="intent" value="accept">
            {t.accept}
            {about}
          </button>
          <button type="submit" className="button" name="intent" value="refuse">
            {t.refuse}
            {about}
          </button>
        </div>
      </CheckedForm>
    </section>
  );
}

type Decided = Omit<OpenRequest, "changes"> & { changes: { attribute: string; after: string[] }[] };

/** What was answered lately. */
export function DecidedRequests({ requests }: { requests: Decided[] }) {
  const texts = useTexts();
  const t = texts.members.requests;
  const locale = useLocale();
  if (requests.length === 0) return null;
  return (
    <section className="stack stack--close">
      <h2>{t.decided}</h2>
      <ul className="plain-list lines card">
        {requests.map((request) => (
          <li key={request.request_id}>
            <span>
              <Link to={paths.project(request.project_id)}>{request.project}</Link>{" "}
              {request.changes
                .map(
                  ({ attribute, after }) =>
                    `${texts.attributes.names[attribute]}: ${valuesText(texts, attribute, after)}`,
                )
                .join(" · ")}
              {request.reason ? <span className="quiet"> {request.reason}</span> : null}
            </span>
            <span className="quiet">
              <StateChip tone={request.state === "accepted" ? "done" : "idle"}>
                {request.state === "accepted" ? t.accepted : t.refused}
              </StateChip>{" "}
              {t.by(request.decided_by ?? "", request.decided_at ? formatDate(request.decided_at, locale) : "")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
