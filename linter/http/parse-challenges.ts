import type { ChallengeProblem, ParsedChallenges } from './challenge.ts';
import { challengeReader, closedChallenge, readGap } from './challenge-reader.ts';
import { controls } from './quoted-string.ts';
import { readMember } from './read-member.ts';
import { checkSemicolons } from './read-param.ts';

/**
 * Reads the value of a `WWW-Authenticate` or `Proxy-Authenticate` field (RFC 9110 §11.6.1). Whatever is wrong is a problem, and
 * reading goes on behind it. Parameters that no scheme stands before belong to no challenge.
 */
export function parseChallenges(text: string): ParsedChallenges {
  const reader = challengeReader(text);
  for (;;) {
    const gap = readGap(reader);
    if (reader.at === text.length) {
      checkSemicolons(reader, gap, '');
      break;
    }
    readMember(reader, gap);
  }
  // The first scheme may be a lenient one: what stands before it is not its own
  if (reader.orphans !== undefined) reader.problems.push({ kind: 'missing-scheme', range: reader.orphans, repair: undefined });
  const isLenient = reader.challenges.some(({ lenient }) => lenient);
  const problems = isLenient ? reader.problems : reader.problems.concat(controlProblems(text));
  if (problems.length === 0 && reader.challenges.length === 0) {
    problems.push({ kind: 'empty', range: { start: 0, end: text.length }, repair: undefined });
  }
  return {
    challenges: reader.challenges.map(closedChallenge),
    problems: problems.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end),
  };
}

/** Controls stand nowhere in a field value (RFC 9110 §5.5); a line break is clearly meant as a blank, or as nothing at either end. */
function controlProblems(text: string): readonly ChallengeProblem[] {
  return [...text.matchAll(controls)].map(({ 0: run, index: start }) => {
    const range = { start, end: start + run.length };
    const isAtEdge = start === 0 || range.end === text.length;
    const repair = /^[\r\n]+$/.test(run) ? { range, text: isAtEdge ? '' : ' ' } : undefined;
    return { kind: 'invalid-character', range, repair };
  });
}
