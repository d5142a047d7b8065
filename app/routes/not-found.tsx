import { Problem } from "../domain/problem.ts";

export function loader() {
  throw new Problem("not-found").toResponse();
}

export default function NotFound() {
  return null;
}
