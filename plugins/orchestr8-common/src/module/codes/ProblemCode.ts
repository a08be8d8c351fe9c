/** What a code of a {@link Problem} stands for; the page of codes in the documentation is made from it. @public */
export interface ProblemCode {
  /** A few words for the heading. */
  title: string;
  cause: string;
  cure: string;
}

export const code = (
  title: string,
  cause: string,
  cure: string,
): ProblemCode => ({ title, cause, cure });
