import { Transform } from "node:stream";

/**
 * Takes away what React 18 sends too much: where a character of several bytes does not fit into the rest of its buffer, it
 * sends the rest along, which is zeros (https://github.com/react/react/issues/24985). Within attributes browsers show them
 * as "\uFFFD". Nothing else in a page ends with a zero byte.
 */
export function withoutPadding(): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      let end = piece.length;
      while (end > 0 && piece[end - 1] === 0) end -= 1;
      done(null, piece.subarray(0, end));
    },
  });
}
