import { Form, Link } from "@remix-run/react";
import type { Trouble } from "../../domain/mail/deliveries.server.ts";
import { formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { StateChip } from "../layout/state-chip.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";

const STATES = ["failed", "uncertain", "bounced"] as const;

/** Mails that did not arrive, with what to do; those that can arrive now may be sent again. */
export function TroubleForm(props: { title: string; troubles: Trouble[]; noneChosen: boolean }) {
  const t = useTexts().messages.deliveries;
  const { troubles } = props;
  return (
    <section className="stack--close">
      <h2>{t.troubles(props.title)}</h2>
      {troubles.length === 0 ? (
        <p>{t.allWell}</p>
      ) : (
        <>
          <dl className="facts trouble-advice">
            {STATES.filter((state) => troubles.some((trouble) => trouble.state === state)).map((state) => (
              <div key={state}>
                <dt>{t.states[state]}</dt>
                <dd>{t.advice[state]}</dd>
              </div>
            ))}
          </dl>
          <Form method="post" className="stack--close">
            {props.noneChosen ? (
              <Notice kind="danger" live="alert">
                <p>{t.noneChosen}</p>
              </Notice>
            ) : null}
            <TableScroll label={t.troubles(props.title)} tall>
              <table className="data data--records">
                <thead>
                  <tr>
                    <th scope="col">
                      <span className="visually-hidden">{t.resend}</span>
                    </th>
                    <th scope="col">{t.to}</th>
                    <th scope="col">{t.kind}</th>
                    <th scope="col">{t.state}</th>
                    <th scope="col">{t.at}</th>
                  </tr>
                </thead>
                <tbody>
                  {troubles.map((trouble) => (
                    <Line key={trouble.mail_id} trouble={trouble} />
                  ))}
                </tbody>
              </table>
            </TableScroll>
            {troubles.some((trouble) => trouble.reachable) ? (
              <div className="actions">
                <button type="submit" className="button">
                  {t.resend}
                </button>
              </div>
            ) : null}
          </Form>
        </>
      )}
    </section>
  );
}

function Line({ trouble }: { trouble: Trouble }) {
  const texts = useTexts().messages;
  const t = texts.deliveries;
  const locale = useLocale();
  const { mail_id: mailId, account_id: accountId, kind, state, at, project, reachable } = trouble;
  const name = trouble.name ?? t.unnamed;
  const mended = state === "bounced" && reachable;
  return (
    <tr>
      <td>{reachable ? <input type="checkbox" name="mail" value={mailId} aria-label={t.choose(name)} /> : null}</td>
      <th scope="row">
        {accountId ? <Link to={paths.person(accountId)}>{name}</Link> : name}
        {project ? <span className="trouble__project">{project}</span> : null}
      </th>
      <td data-label={t.kind}>{texts.kinds[kind]}</td>
      <td data-label={t.state}>
        <StateChip tone={state === "uncertain" ? "started" : "bad"}>{t.states[state]}</StateChip>
        {mended ? <span className="trouble__project">{t.mended}</span> : null}
        {reachable || state === "bounced" ? null : <span className="trouble__project">{t.unreachable}</span>}
      </td>
      <td data-label={t.at}>{formatDate(at, locale, "short")}</td>
    </tr>
  );
}
