/** The half-filled circle. Decorative: the name always stands beside it. */
export function BrandMark() {
  return (
    <svg className="brand__mark" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <path className="brand__mark-left" d="M11 0a11 11 0 0 0 0 22z" />
      <path className="brand__mark-right" d="M11 0a11 11 0 0 1 0 22z" />
    </svg>
  );
}
