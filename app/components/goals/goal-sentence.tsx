import type { GoalWords } from "../../domain/goals/in-words.ts";

/** The sentence of a goal with its figure; what it aims at where there is no figure yet. */
export function GoalSentence({ words }: { words: GoalWords }) {
  const { sentence, aim } = words;
  return (
    <>
      {sentence ? (
        <p className="sentence sentence--small">
          {sentence.before}
          <strong>{sentence.figure}</strong>
          {sentence.after}
        </p>
      ) : null}
      <p className="goal-aim">{aim}</p>
    </>
  );
}
