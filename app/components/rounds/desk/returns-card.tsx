import { Link } from "@remix-run/react";
import type { ReturnState, Returns } from "../../../domain/rounds/desk/returns.ts";
import type { DeskView } from "../../../domain/rounds/desk/view.ts";
import { formatCount } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { useLocale, useTexts } from "../../texts.ts";
import { ReturnsBar, STATE_ORDER, useStateLabel } from "./returns-bar.tsx";

type ReturnsCardProps = { roundId: string; returns: Returns; running: boolean; view: DeskView };

/** Returns at a glance: one bar, and a number for each state that leads to those who are in it. */
export function ReturnsCard({ roundId, returns, running, view }: ReturnsCardProps) {
  const t = useTexts().desk;
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  const label = useStateLabel(running);
  const list = (state: ReturnState) =>
    `${paths.round(roundId, { stand: state, nach: view.by ?? undefined })}#teilnehmende`;
  return (
    <section className="card returns">
      <h2 className="visually-hidden">{t.returns.title}</h2>
      <p className="returns__sum">{t.returns.of(count(returns.submitted), count(returns.all))}</p>
      <ReturnsBar returns={returns} />
      <ul className="plain-list returns__key">
        {STATE_ORDER.map((state) => (
          <li key={state}>
            <span className={`returns-mark returns-mark--${state}`} />
            <strong>{count(returns[state])}</strong>{" "}
            {returns[state] > 0 ? (
              <Link to={list(state)} preventScrollReset={false}>
                {label(state)}
              </Link>
            ) : (
              label(state)
            )}
          </li>
        ))}
      </ul>
      {returns.bounced > 0 ? <p className="table-note">{t.returns.bouncedNote}</p> : null}
    </section>
  );
}
