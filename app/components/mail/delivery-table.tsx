import { Link } from "@remix-run/react";
import type { Delivery } from "../../domain/mail/deliveries.server.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

const STATES = ["sent", "waiting", "dropped", "failed", "uncertain", "bounced"] as const;

/** How the mail of each round went; a round leads to what did not arrive. */
export function DeliveryTable({ rounds, chosen }: { rounds: Delivery[]; chosen: Delivery }) {
  const t = useTexts().messages.deliveries;
  const locale = useLocale();
  const read = useReader();
  return (
    <section className="stack--close">
      <h2>{t.rounds}</h2>
      <TableScroll label={t.tableLabel}>
        <table className="data data--records">
          <thead>
            <tr>
              <th scope="col">{t.round}</th>
              {STATES.map((state) => (
                <th scope="col" className="number" key={state}>
                  {t.counts[state]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <tr key={round.round_id}>
                <th scope="row">
                  <Link
                    to={paths.deliveries(round.round_id ?? "keine")}
                    aria-current={round.round_id === chosen.round_id ? "true" : undefined}
                  >
                    {round.title ? `${read(round.title)} ${round.wave}` : t.noRound}
                  </Link>
                </th>
                {STATES.map((state) => (
                  <td className={numberClass(state, round[state])} data-label={t.counts[state]} key={state}>
                    {round[state] > 0 ? formatCount(round[state], locale) : t.nothing}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="who-sees">{t.droppedHint}</p>
    </section>
  );
}

/** What did not arrive stands out, what is nothing steps back. */
function numberClass(state: (typeof STATES)[number], n: number): string {
  if (n === 0) return "number muted delivery__none";
  return state === "failed" || state === "uncertain" || state === "bounced" ? "number delivery__trouble" : "number";
}
