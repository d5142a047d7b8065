import type { DisclosureRule } from "../domain/disclosure/rule.ts";
import { useTexts } from "./texts.ts";

type WhoSeesProps = {
  privacy: "named" | "confidential" | "anonymous";
  /** a project answers as a team, or a person by link */
  who: "project" | "person";
  rule: Pick<DisclosureRule, "minimum" | "organisations" | "withoutTwo">;
};

/** Who sees the answers of a round: on the cover of the questionnaire, and where the round is set up. */
export function WhoSees({ privacy, who, rule }: WhoSeesProps) {
  const t = useTexts().whoSees;
  return (
    <ul>
      {t.lines[privacy][who](rule).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
