import { writeSync } from 'node:fs';
import type { Reporter, TestModule, TestSuite } from 'vitest/node';

type Totals = { passed: number; failed: number; skipped: number };

/** Prints `N passed, N failed` as the very last line, also when the run breaks off halfway. */
export class SummaryReporter implements Reporter {
  private totals: Totals = { passed: 0, failed: 0, skipped: 0 };

  onInit(): void {
    // On exit, so that a teardown that fails after the last test still counts.
    process.once('exit', (code) => this.print(code));
  }

  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<unknown>): void {
    this.totals = countTotals(modules, unhandledErrors.length);
  }

  private print(exitCode: number): void {
    const { passed, skipped } = this.totals;
    const broken = exitCode !== 0 || passed === 0;
    const failed = this.totals.failed === 0 && broken ? 1 : this.totals.failed;
    if (failed > 0 && exitCode === 0) process.exitCode = 1;
    const rest = skipped > 0 ? `, ${skipped} skipped` : '';
    writeSync(1, `${passed} passed, ${failed} failed${rest}\n`);
  }
}

/** Counts tests; a file or suite that breaks outside its tests counts as one failure. */
function countTotals(modules: Iterable<TestModule>, unhandledErrors: number): Totals {
  const totals: Totals = { passed: 0, failed: unhandledErrors, skipped: 0 };
  for (const module of modules) {
    const { failed } = totals;
    for (const test of module.children.allTests()) {
      totals[countedAs(test.result().state)] += 1;
    }
    totals.failed += brokenSuites(module);
    const unfinished = module.state() === 'pending' || module.state() === 'queued';
    if (totals.failed === failed && (unfinished || !module.ok())) totals.failed += 1;
  }
  return totals;
}

function countedAs(state: 'passed' | 'failed' | 'skipped' | 'pending'): keyof Totals {
  return state === 'pending' ? 'failed' : state;
}

function brokenSuites(module: TestModule): number {
  const suites: (TestModule | TestSuite)[] = [module, ...module.children.allSuites()];
  return suites.filter((suite) => suite.errors().length > 0).length;
}
