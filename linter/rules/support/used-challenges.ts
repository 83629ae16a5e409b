import { fileEdits } from '../../findings/file-edits.ts';
import type { FileEdits, Fix } from '../../findings/finding.ts';
import { editText } from '../../fixes/place-edits.ts';
import type { ParsedChallenges } from '../../http/challenge.ts';
import type { Header, HeaderValue, Operation } from '../../openapi/model.ts';
import type { UsedResponse } from '../../openapi/unauthorized.ts';
import { challengesOf } from '../../openapi/value-challenges.ts';
import type { TextEdit } from '../../text/edit.ts';
import { groupBy } from '../../text/group-by.ts';
import { identity } from '../../workspace/place.ts';
import type { RuleVisitors } from './rule.ts';

/** A `WWW-Authenticate` header with the responses that have it. */
export interface UsedHeader {
  /** As the first of these has it. */
  readonly header: Header;
  /** Never empty. */
  readonly responses: readonly UsedResponse[];
}

/** A value of such headers with what it says, and the responses that show it. */
export interface UsedValue extends ParsedChallenges {
  readonly value: HeaderValue;
  /** Never empty. */
  readonly responses: readonly UsedResponse[];
}

/** Makes visitors that look at the `WWW-Authenticate` headers of error responses, each text once. */
export function eachHeader(look: (used: UsedHeader) => void): RuleVisitors {
  const found: { readonly header: Header; readonly used: UsedResponse }[] = [];
  return {
    challengeHeader(header, used) {
      found.push({ header, used });
    },
    end() {
      for (const same of groupBy(found, ({ header }) => identity(header.definition ?? header.key)).values()) {
        const [first] = same;
        if (first) look({ header: first.header, responses: same.map(({ used }) => used) });
      }
    },
  };
}

/** Makes visitors that look at what these headers show as their values, each text once. */
export function eachValue(look: (used: UsedValue) => void): RuleVisitors {
  const found: { readonly value: HeaderValue; readonly used: UsedResponse }[] = [];
  return {
    challengeHeader({ values }, used) {
      for (const value of values) found.push({ value, used });
    },
    end() {
      for (const same of groupBy(found, ({ value }) => identity(value.place)).values()) {
        const [first] = same;
        if (first) look({ ...challengesOf(first.value), value: first.value, responses: [...new Set(same.map(({ used }) => used))] });
      }
    },
  };
}

/** True when each mistake in a value has one sensible repair: then what it says is known all the same. */
export function isClear({ problems }: Pick<ParsedChallenges, 'problems'>): boolean {
  return problems.every(({ repair }) => repair !== undefined);
}

/** The operations that answer with some responses, each once. */
export function usersOf(responses: readonly UsedResponse[]): readonly Operation[] {
  return [...new Set(responses.flatMap(({ users }) => users))];
}

/** Edits parts of a value; offsets are those of its text. */
export function editValue({ place }: Pick<HeaderValue, 'place'>, edits: readonly TextEdit[]): readonly FileEdits[] {
  return fileEdits([editText(place, edits)]);
}

/** What an edit of a value is that is right for a challenge: behind an alias the text may be that of something else too. */
export function kindOfEdit({ aliased }: Pick<HeaderValue, 'aliased'>): Fix['kind'] {
  return aliased ? 'suggestion' : 'safe';
}
