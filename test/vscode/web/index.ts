import { runSuites } from '../suite-support/web.ts';
import { activation } from '../suites/activation.ts';
import { commands } from '../suites/commands.ts';
import { completion } from '../suites/completion.ts';
import { configuration } from '../suites/configuration.ts';
import { findingAndFix } from '../suites/finding-and-fix.ts';
import { fragments } from '../suites/fragments.ts';
import { hover } from '../suites/hover.ts';
import { lensesAndHints } from '../suites/lenses-and-hints.ts';
import { navigation } from '../suites/navigation.ts';
import { fixOnSave } from '../suites/on-save.ts';
import { refactorings } from '../suites/refactorings.ts';
import { report } from '../suites/report.ts';
import { settings } from '../suites/settings.ts';
import { sideBySide } from '../suites/side-by-side.ts';
import { suppression } from '../suites/suppression.ts';
import { tasks } from '../suites/tasks.ts';
import { workspaceFixes } from '../suites/workspace-fixes.ts';
import { writingCommands } from '../suites/writing-commands.ts';

export const run = () =>
  runSuites([
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
  ]);
