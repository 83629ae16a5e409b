import { activation } from './activation.ts';
import { commands } from './commands.ts';
import { completion } from './completion.ts';
import { configuration } from './configuration.ts';
import { findingAndFix } from './finding-and-fix.ts';
import { fragments } from './fragments.ts';
import { hover } from './hover.ts';
import { lensesAndHints } from './lenses-and-hints.ts';
import { navigation } from './navigation.ts';
import { fixOnSave } from './on-save.ts';
import { refactorings } from './refactorings.ts';
import { report } from './report.ts';
import { settings } from './settings.ts';
import { sideBySide } from './side-by-side.ts';
import { suppression } from './suppression.ts';
import { tasks } from './tasks.ts';
import { workspaceFixes } from './workspace-fixes.ts';
import { writingCommands } from './writing-commands.ts';

/** The suites of both hosts, in the order in which they run. */
export const everywhere = [
  activation,
  findingAndFix,
  fragments,
  commands,
  suppression,
  completion,
  configuration,
  settings,
  refactorings,
  hover,
  lensesAndHints,
  navigation,
  fixOnSave,
  workspaceFixes,
  report,
  writingCommands,
  tasks,
  sideBySide,
];
