import { Question, Serializer } from "survey-core";

/** Replaces a getter of a class of survey-core; `before` is the value it had. */
function replace(prototype: object, name: string, read: (question: Question, before: unknown) => unknown): void {
  let owner: object | null = prototype;
  while (owner && !Object.getOwnPropertyDescriptor(owner, name)) owner = Object.getPrototypeOf(owner);
  const before = owner ? Object.getOwnPropertyDescriptor(owner, name)?.get : undefined;
  Object.defineProperty(prototype, name, {
    configurable: true,
    get(this: Question) {
      return read(this, before?.call(this));
    },
  });
}

const GROUPS = ["file", "imagemap", "signaturepad", "slider"];
const corrected = new Set<string>();

/** survey-core calls the frame around some questions a text field, and tells of errors in a way few screen readers know. */
export function correctRoles(): void {
  for (const type of GROUPS) {
    correct(type, (of) => {
      replace(of, "ariaRole", () => "group");
      // The fields inside say it; a group may not.
      replace(of, "ariaRequired", () => null);
      replace(of, "ariaInvalid", () => null);
    });
  }
  correct("buttongroup", (of) => replace(of, "ariaRole", () => "radiogroup"));
  correct("question", (of) =>
    replace(of, "ariaDescribedBy", (question, before) => {
      return [before, question.ariaErrormessage].filter(Boolean).join(" ") || null;
    }),
  );
}

/** Once for each type, when its part is there. */
function correct(type: string, how: (prototype: object) => void): void {
  const prototype = type === "question" ? Question.prototype : prototypeOf(type);
  if (!prototype || corrected.has(type)) return;
  corrected.add(type);
  how(prototype);
}

function prototypeOf(type: string): object | null {
  const one: object | null = Serializer.createClass(type, {});
  return one && Object.getPrototypeOf(one);
}
