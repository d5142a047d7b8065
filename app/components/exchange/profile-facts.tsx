import type { Profile } from "../../domain/exchange/propose.ts";
import type { Topic } from "../../domain/exchange/topics.ts";
import { formatList } from "../../format.ts";
import { useLocale, useTexts } from "../texts.ts";

/** Topics in the words of the page: "Supervision, Recht und Haft". */
export function useTopics(): (topics: readonly Topic[]) => string {
  const { topics: labels } = useTexts().exchange;
  const locale = useLocale();
  return (topics) =>
    formatList(
      topics.map((topic) => labels[topic]),
      locale,
    );
}

/** What a project seeks and offers, side by side. */
export function ProfileFacts(said: Pick<Profile, "seeks" | "seeksText" | "offers" | "offersText">) {
  const t = useTexts().exchange;
  return (
    <div className="exchange-sides">
      <Side title={t.seeks} topics={said.seeks} text={said.seeksText} />
      <Side title={t.offers} topics={said.offers} text={said.offersText} />
    </div>
  );
}

function Side({ title, topics, text }: { title: string; topics: readonly Topic[]; text: string }) {
  const t = useTexts().exchange;
  return (
    <div>
      <p className="exchange-sides__title">{title}</p>
      {topics.length === 0 ? <p className="quiet">{t.nothing}</p> : null}
      <ul className="plain-list exchange-topics">
        {topics.map((topic) => (
          <li key={topic} className="chip chip--neutral">
            {t.topics[topic]}
          </li>
        ))}
      </ul>
      {text ? <p className="exchange-sides__text">{text}</p> : null}
    </div>
  );
}
