import type { Facts, Routine } from '../routine/exercise.ts';
import type { Content, ExerciseWords, Pace, Phrase } from '../routine/words.ts';
import ballMassage from './exercises/ball-massage.json';
import ballerina from './exercises/ballerina.json';
import bookDrop from './exercises/book-drop.json';
import buttWalk from './exercises/butt-walk.json';
import childCobra from './exercises/child-cobra.json';
import corkscrew from './exercises/corkscrew.json';
import crossConnect from './exercises/cross-connect.json';
import liftLunge from './exercises/lift-lunge.json';
import splitSquat from './exercises/split-squat.json';
import allNineGroupedRoutine from './routines/all-nine-grouped.json';
import allNineRoutine from './routines/all-nine.json';
import fiveReleaseRoutine from './routines/five-release.json';
import fiveStandingBookRoutine from './routines/five-standing-book.json';
import fiveStandingRoutine from './routines/five-standing.json';
import fiveStrengthFloorRoutine from './routines/five-strength-floor.json';
import fiveStrengthRoutine from './routines/five-strength.json';
import fiveRoutine from './routines/five.json';
import fullRoutine from './routines/full.json';
import gentleRoutine from './routines/gentle.json';
import hipDropRoutine from './routines/hip-drop.json';
import pelvicRotationRoutine from './routines/pelvic-rotation.json';
import tenFirstRoutine from './routines/ten-first.json';
import tenFloorBallRoutine from './routines/ten-floor-ball.json';
import tenFloorRoutine from './routines/ten-floor.json';
import tenMobilityRoutine from './routines/ten-mobility.json';
import tenStandingRoutine from './routines/ten-standing.json';
import tenStandingFreeRoutine from './routines/ten-standing-free.json';
import tenStrengthRoutine from './routines/ten-strength.json';
import tenRoutine from './routines/ten.json';
import twentyFreeRoutine from './routines/twenty-free.json';
import twentyRoutine from './routines/twenty.json';
import ballMassageEn from './en/exercises/ball-massage.json';
import ballerinaEn from './en/exercises/ballerina.json';
import bookDropEn from './en/exercises/book-drop.json';
import buttWalkEn from './en/exercises/butt-walk.json';
import childCobraEn from './en/exercises/child-cobra.json';
import corkscrewEn from './en/exercises/corkscrew.json';
import crossConnectEn from './en/exercises/cross-connect.json';
import liftLungeEn from './en/exercises/lift-lunge.json';
import splitSquatEn from './en/exercises/split-squat.json';
import australian from './en-AU/differences.json';
import canadian from './en-CA/differences.json';
import british from './en-GB/differences.json';
import indian from './en-IN/differences.json';
import numbers from './en/numbers.json';
import pace from './en/pace.json';
import phrases from './en/phrases.json';
import routineNames from './en/routines.json';

/** JSON widens what TypeScript would keep narrow; that the files are of these types is proven by the schema's tests. */
const facts = (json: unknown) => json as Facts;
const words = (json: unknown) => json as ExerciseWords;

const exercises = Object.fromEntries(
  [
    { facts: facts(ballMassage), words: words(ballMassageEn) },
    { facts: facts(ballerina), words: words(ballerinaEn) },
    { facts: facts(bookDrop), words: words(bookDropEn) },
    { facts: facts(buttWalk), words: words(buttWalkEn) },
    { facts: facts(childCobra), words: words(childCobraEn) },
    { facts: facts(corkscrew), words: words(corkscrewEn) },
    { facts: facts(crossConnect), words: words(crossConnectEn) },
    { facts: facts(liftLunge), words: words(liftLungeEn) },
    { facts: facts(splitSquat), words: words(splitSquatEn) },
  ].map((exercise) => [exercise.facts.id, exercise]),
);

/** All that is said and done, in English as it is spoken in the United States. */
export const english: Content = {
  locale: 'en-US',
  exercises,
  routines: [
    allNineGroupedRoutine,
    allNineRoutine,
    fiveReleaseRoutine,
    fiveStandingBookRoutine,
    fiveStandingRoutine,
    fiveStrengthFloorRoutine,
    fiveStrengthRoutine,
    fiveRoutine,
    fullRoutine,
    gentleRoutine,
    hipDropRoutine,
    pelvicRotationRoutine,
    tenFirstRoutine,
    tenFloorBallRoutine,
    tenFloorRoutine,
    tenMobilityRoutine,
    tenStandingRoutine,
    tenStandingFreeRoutine,
    tenStrengthRoutine,
    tenRoutine,
    twentyFreeRoutine,
    twentyRoutine,
  ] as unknown as readonly Routine[],
  routineNames,
  phrases: phrases,
  ...numbers,
  pace: pace satisfies Pace,
};

/** Where a region says it in its own words: sentences by key, and words of exercises. */
export interface Differences {
  readonly phrases: Readonly<Record<string, Phrase>>;
  readonly exercises: Readonly<Record<string, Partial<ExerciseWords>>>;
}

/** A language as it is spoken in one region. */
export const inRegion = (content: Content, locale: string, { phrases, exercises }: Differences): Content => ({
  ...content,
  locale,
  phrases: { ...content.phrases, ...phrases },
  exercises: Object.fromEntries(
    Object.entries(content.exercises).map(([id, { facts, words }]) => [
      id,
      { facts, words: { ...words, ...exercises[id] } },
    ]),
  ),
});

/** Everything the skill can say, by locale. */
export const contents: Readonly<Record<string, Content>> = {
  'en-US': english,
  'en-GB': inRegion(english, 'en-GB', british),
  'en-AU': inRegion(english, 'en-AU', australian),
  'en-CA': inRegion(english, 'en-CA', canadian),
  'en-IN': inRegion(english, 'en-IN', indian),
};

/** The content of a locale; of a region that has none of its own, as in the United States. */
export const contentFor = (locale: string | undefined): Content => contents[locale ?? ''] ?? english;
