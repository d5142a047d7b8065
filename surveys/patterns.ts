import { RE2JS } from "re2js";
import { RegexValidator, Serializer, ValidatorResult } from "survey-core";
import { isEmpty } from "./json.ts";

/**
 * Author patterns run in RE2, whose time grows with the length of the text only: `^(a+)+$` on 26 characters took V8 1.9 s.
 * RE2 knows no look-around and no back-references; such patterns are refused at publishing.
 */
export function compilePattern(pattern: string, caseInsensitive = false): RE2JS | undefined {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern), caseInsensitive ? RE2JS.CASE_INSENSITIVE : 0);
  } catch {
    return undefined;
  }
}

class LinearRegexValidator extends RegexValidator {
  override validate(value: unknown, name?: string): ValidatorResult {
    const values = (Array.isArray(value) ? value : [value]).filter((one) => !isEmpty(one));
    const pattern = values.length > 0 && this.regex ? compilePattern(this.regex, this.caseInsensitive) : undefined;
    const wrong = pattern && values.some((one) => !pattern.matcher(String(one)).find());
    // The base class says "nothing to complain about" for an empty value.
    return wrong ? new ValidatorResult(value, this.createCustomError(name ?? "")) : super.validate(undefined, name);
  }
}

/** Makes survey-core create validators that use RE2. To be called once in a process that checks answers. */
export function installLinearPatterns(): void {
  Serializer.overrideClassCreator("regexvalidator", () => new LinearRegexValidator());
}
