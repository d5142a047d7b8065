import { useTexts } from "../texts.ts";
import { PersonCircle } from "./talk/person-circle.tsx";
import type { SurveyState } from "./use-survey.ts";

type Here = { key: string; accountId: string | null; name: string | null; places: string[] };

/** Everybody once, however many windows they have open, without the windows of this person's own page. */
function othersHere({ people, client }: Pick<SurveyState, "people" | "client">, me: string | null): Here[] {
  const others = new Map<string, Here>();
  for (const one of people) {
    if (one.client === client || (me !== null && one.accountId === me)) continue;
    const key = one.accountId ?? one.client;
    const known = others.get(key) ?? { key, accountId: one.accountId, name: one.name, places: [] };
    if (one.place) known.places.push(one.place);
    others.set(key, known);
  }
  return [...others.values()];
}

/** Who else has the questionnaire open: initials, colour and, for everybody, the name. */
export function PeopleHere({ survey, me }: { survey: SurveyState; me: string | null }) {
  const t = useTexts().responses.fill.together;
  const others = othersHere(survey, me);
  return (
    <div className="people-here" role="status">
      {others.map(({ key, accountId, name }) => (
        <span className="people-here__one" key={key}>
          <PersonCircle accountId={accountId ?? key} name={name ?? t.guest} />
          <span className="people-here__name">{name ?? t.guest}</span>
        </span>
      ))}
      {others.length > 0 ? <span className="visually-hidden">{t.here}</span> : null}
    </div>
  );
}

/** At a question: who is there right now. */
export function AtQuestion({ survey, me, question }: { survey: SurveyState; me: string | null; question: string }) {
  const t = useTexts().responses.fill.together;
  const here = othersHere(survey, me).filter(({ places }) => places.includes(question));
  if (here.length === 0) return null;
  return <p className="at-question">{t.at(here.map(({ name }) => name ?? t.guest).join(", "), here.length)}</p>;
}
