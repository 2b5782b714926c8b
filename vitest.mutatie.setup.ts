import fc from 'fast-check';

// A mutant is tried thousands of times: a few cases of each property are enough to notice it.
fc.configureGlobal({ numRuns: 8 });
