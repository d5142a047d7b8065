import type { Area, Line, OneOf, PlainInput, Ranking, SomeOf } from "#surveys/plain/control.ts";
import { CHECKED } from "#surveys/plain/posted.ts";
import { useTexts } from "../texts.ts";
import { Clashes, FieldError, Hint, LabelWords } from "./field-parts.tsx";
import { describedBy, idOfPath, usePlain } from "./plain-context.ts";

/** One control that fills fields, with what stands beside it. */
export function InputView({ input }: { input: PlainInput }) {
  const { beside } = input;
  return (
    <>
      <OwnInput input={input} />
      <Clashes path={input.path} />
      {beside?.map((one) => (
        <BesideView input={one} of={input} key={one.path} />
      ))}
    </>
  );
}

function OwnInput({ input }: { input: PlainInput }) {
  switch (input.control) {
    case "select":
      return <SelectField input={input} />;
    case "radio":
      return <Choices input={{ ...input, control: "radio" }} />;
    case "checkboxes":
      return <Choices input={input} />;
    case "ranking":
      return <RankingField input={input} />;
    default:
      return <TextField input={input} />;
  }
}

/** The text of "other" is named after it; a comment by its own words. */
function BesideView({ input, of }: { input: Line | Area; of: PlainInput }) {
  const t = useTexts().plain;
  const isOther = of.control === "radio" || of.control === "select" || of.control === "checkboxes";
  const label = input.control === "line" && isOther ? t.otherText(input.label) : input.label || t.comment;
  return (
    <div className="plain-beside">
      <TextField input={{ ...input, label }} />
      <Clashes path={input.path} />
    </div>
  );
}

function Choices({ input }: { input: (OneOf & { control: "radio" }) | SomeOf }) {
  const { textsOf, errorOf } = usePlain();
  const id = idOfPath(input.path);
  const error = errorOf(input.path);
  const [chosen] = textsOf(input.path);
  return (
    <fieldset
      className={error ? "choices field--invalid" : "choices"}
      id={id}
      aria-describedby={describedBy(id, input.hint, error)}
    >
      <legend>
        <LabelWords {...input} />
      </legend>
      <Hint id={id}>{input.hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {input.control === "radio"
        ? input.options.map((option) => (
            <label className={choiceClass(option.missing)} key={option.value}>
              <input type="radio" name={input.path} value={option.value} defaultChecked={chosen === option.value} />
              <span>{option.label}</span>
            </label>
          ))
        : null}
      {input.control === "checkboxes"
        ? input.options.map((option) => (
            <label className={choiceClass(option.missing)} key={option.path}>
              <input
                type="checkbox"
                name={option.path}
                value={CHECKED}
                defaultChecked={textsOf(option.path).length > 0}
              />
              <span>{option.label}</span>
            </label>
          ))
        : null}
    </fieldset>
  );
}

const choiceClass = (missing: boolean | undefined) => (missing ? "choice plain-missing" : "choice");

function SelectField({ input }: { input: OneOf }) {
  const t = useTexts().plain;
  const { textsOf, errorOf } = usePlain();
  const id = idOfPath(input.path);
  const error = errorOf(input.path);
  const [chosen = ""] = textsOf(input.path);
  return (
    <div className={error ? "field field--invalid" : "field"}>
      <label className="field__label" htmlFor={id}>
        <LabelWords {...input} />
      </label>
      <Hint id={id}>{input.hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      <select
        id={id}
        name={input.path}
        defaultValue={chosen}
        aria-describedby={describedBy(id, input.hint, error)}
        aria-invalid={error ? true : undefined}
      >
        <option value="">{t.none}</option>
        <KeptOption chosen={chosen} options={input.options} />
        {input.options.map((option) => (
          <option value={option.value} key={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** An answer that is no longer offered stays chosen until somebody chooses another one. */
function KeptOption({ chosen, options }: { chosen: string; options: OneOf["options"] }) {
  if (chosen === "" || options.some((option) => option.value === chosen)) return null;
  return <option value={chosen}>{chosen}</option>;
}

/** Places from the first on; each is a list to choose from. No dragging, and the order cannot go wrong unseen. */
function RankingField({ input }: { input: Ranking }) {
  const t = useTexts().plain;
  const { textsOf, errorOf } = usePlain();
  const id = idOfPath(input.path);
  const error = errorOf(input.path);
  const ranked = textsOf(input.path).filter((text) => text !== "");
  const hint = input.places < input.options.length ? t.rankHint : t.rankAllHint;
  const places = Array.from({ length: Math.max(input.places, ranked.length) }, (_, i) => i);
  return (
    <fieldset
      className={error ? "choices plain-ranking field--invalid" : "choices plain-ranking"}
      id={id}
      aria-describedby={describedBy(id, true, error)}
    >
      <legend>
        <LabelWords {...input} />
      </legend>
      <Hint id={id}>{[input.hint, hint].filter(Boolean).join(" ")}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {places.map((place) => (
        <div className={error ? "field field--row field--invalid" : "field field--row"} key={place}>
          <label htmlFor={`${id}-${place}`}>{t.place(place + 1)}</label>
          <select id={`${id}-${place}`} name={input.path} defaultValue={ranked[place] ?? ""}>
            <option value="">{t.none}</option>
            <KeptOption chosen={ranked[place] ?? ""} options={input.options} />
            {input.options.map((option) => (
              <option value={option.value} key={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  );
}

function TextField({ input }: { input: Line | Area }) {
  const { textsOf, errorOf } = usePlain();
  const id = idOfPath(input.path);
  const error = errorOf(input.path);
  const shared = {
    id,
    name: input.path,
    defaultValue: textsOf(input.path)[0] ?? "",
    placeholder: input.placeholder,
    maxLength: input.maxLength,
    "aria-describedby": describedBy(id, input.hint, error),
    "aria-invalid": error ? (true as const) : undefined,
  };
  return (
    <div className={error ? "field field--invalid" : "field"}>
      <label className="field__label" htmlFor={id}>
        <LabelWords {...input} />
      </label>
      <Hint id={id}>{input.hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {input.control === "area" ? (
        <textarea rows={input.rows} {...shared} />
      ) : (
        <input type={input.inputType} inputMode={input.number ? "decimal" : undefined} {...shared} />
      )}
    </div>
  );
}
