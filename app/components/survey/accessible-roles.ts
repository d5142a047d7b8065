import {
  Question,
  QuestionButtonGroupModel,
  QuestionFileModel,
  QuestionImageMapModel,
  QuestionSignaturePadModel,
  QuestionSliderModel,
} from "survey-core";

/** Replaces a getter of a class of survey-core; `before` is the value it had. */
function replace(
  type: { prototype: object },
  name: string,
  read: (question: Question, before: unknown) => unknown,
): void {
  let owner: object | null = type.prototype;
  while (owner && !Object.getOwnPropertyDescriptor(owner, name)) owner = Object.getPrototypeOf(owner);
  const before = owner ? Object.getOwnPropertyDescriptor(owner, name)?.get : undefined;
  Object.defineProperty(type.prototype, name, {
    configurable: true,
    get(this: Question) {
      return read(this, before?.call(this));
    },
  });
}

const groups = [QuestionFileModel, QuestionImageMapModel, QuestionSignaturePadModel, QuestionSliderModel];

/** survey-core calls the frame around some questions a text field, and tells of errors in a way few screen readers know. */
export function correctRoles(): void {
  for (const type of groups) {
    replace(type, "ariaRole", () => "group");
    // The fields inside say it; a group may not.
    replace(type, "ariaRequired", () => null);
    replace(type, "ariaInvalid", () => null);
  }
  replace(QuestionButtonGroupModel, "ariaRole", () => "radiogroup");
  replace(Question, "ariaDescribedBy", (question, before) => {
    return [before, question.ariaErrormessage].filter(Boolean).join(" ") || null;
  });
}
