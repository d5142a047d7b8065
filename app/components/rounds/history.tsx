import type { RoundEvent } from "../../domain/rounds/history.server.ts";
import { formatCount, formatDate, formatDeadline, formatTime } from "../../format.ts";
import { useLocale, useTexts } from "../texts.ts";

/** What was done to a round, by whom and when, the latest first. */
export function History({ events }: { events: readonly RoundEvent[] }) {
  const t = useTexts().roundChange.history;
  const locale = useLocale();
  const detailOf = useDetail();
  return (
    <section className="stack--close" aria-labelledby="history-title">
      <h2 id="history-title">{t.title}</h2>
      {events.length === 0 ? <p className="quiet">{t.empty}</p> : null}
      <ol className="plain-list history">
        {events.map((event, index) => {
          const detail = detailOf(event);
          const who = event.actor ?? (event.byItself ? t.byItself : t.somebody);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: what happened stays in its place
            <li key={index}>
              <strong>{t.verbs[event.verb] ?? t.other(event.verb)}</strong>
              {detail ? <span>{`: ${detail}`}</span> : null}
              <p className="quiet">{t.line(formatDate(event.at, locale), formatTime(event.at, locale), who)}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What an event says beside its verb, in words; nothing where there is no more to say. */
function useDetail(): (event: RoundEvent) => string {
  const texts = useTexts();
  const locale = useLocale();
  const t = texts.roundChange.history;
  return ({ verb, detail, about, reason }) => {
    const text = (key: string) => String(detail[key] ?? "");
    const count = (key: string) => formatCount(Number(detail[key] ?? 0), locale);
    const day = (key: string) => formatDeadline(text(key), locale);
    switch (verb) {
      case "round.open":
        return detail.projects ? t.opened(count("projects")) : "";
      case "round.extend":
        return detail.from && detail.to ? t.extended(day("from"), day("to")) : "";
      case "round.reminders":
        return t.reminderDays(text("days"));
      case "round.remind":
        return t.reminded(count("queued"));
      case "round.amend":
        return t.amended(count("from"), count("to"));
      case "name.withdraw":
      case "name.give":
      case "response.reopen":
      case "response.erase":
        return [about, reason ? t.reason(reason) : ""].filter(Boolean).join(". ");
      case "round.cancel":
        return detail.reason ? t.reason(text("reason")) : "";
      case "round.unplan":
        return detail.why ? t.notOpened(texts.roundSetup.faults[text("why")]?.(detail as never) ?? text("why")) : "";
      case "round.erase-drafts":
        return t.erased(count("drafts"), count("notes"));
      case "round.close":
        return [
          detail.by === "deadline" ? t.deadline : "",
          detail.moved === undefined ? "" : t.sealed(count("moved"), count("sealed")),
        ]
          .filter(Boolean)
          .join("; ");
      default:
        return "";
    }
  };
}
