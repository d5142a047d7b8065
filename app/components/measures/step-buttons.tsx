import { Form } from "@remix-run/react";
import type { Measure, Step } from "../../domain/measures/measure.ts";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

type StepButtonsProps = {
  measure: Pick<Measure, "measureId" | "title" | "revision">;
  steps: readonly Step[];
  /** where to go when it is done: the board, or the measure */
  back: "tafel" | "";
  /** the next step is what the page is there for */
  strong?: boolean;
};

/** The steps that a measure can take, each a button named by what it does. */
export function StepButtons({ measure, steps, back, strong }: StepButtonsProps) {
  const t = useTexts().measures;
  const words = ({ to, way }: Step) =>
    way === "on" ? (t.steps.on[to] ?? "") : way === "drop" ? t.steps.drop : t.steps.back(t.states[to] ?? "");
  const look = ({ way }: Step) =>
    way === "on" ? (strong ? "button button--primary" : "button button--small") : "button button--quiet button--small";
  return (
    <Form
      method="post"
      action={paths.measure(measure.measureId)}
      className="actions steps-of-measure"
      preventScrollReset
    >
      <input type="hidden" name="revision" value={measure.revision} />
      <input type="hidden" name="back" value={back} />
      {steps.map((step) => (
        <button key={step.to} type="submit" name="to" value={step.to} className={look(step)}>
          {words(step)}
          <span className="visually-hidden">{t.steps.about(measure.title)}</span>
        </button>
      ))}
    </Form>
  );
}
