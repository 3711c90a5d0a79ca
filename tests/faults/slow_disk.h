/* A disk that is slow, full, broken or read-only, for programs under test.
 *
 * As a library for LD_PRELOAD (libslow_disk.so) it is steered by the environment:
 *   YT_DISK_UNDER    only files whose absolute path begins so are touched; mandatory
 *   YT_DISK          what is wrong, words separated by spaces (below); read once
 *   YT_DISK_CONTROL  instead: a file with such words, read anew before each call, so that the
 *                    disk can become full or slow in the middle of a visit; no file: all is well
 *
 *   sync_ms=N    every fsync and fdatasync takes so much longer
 *   write_ms=N   every write does
 *   fail=enospc  writing, growing and making files fails as on a full disk
 *   fail=eio     writing and syncing fails as on a dying one
 *   fail=erofs   whatever changes anything fails as on one mounted read-only
 *   garble=1     write() succeeds, and puts other bytes there
 *   after=N      the first N failing calls still succeed
 *   times=N      then N calls fail, and all later ones succeed again
 *
 * With a program built with ASan: ASAN_OPTIONS=verify_asan_link_order=0.
 * Linked into a unit test instead, it is steered by the functions below. */
#ifndef YT_TESTS_SLOW_DISK_H
#define YT_TESTS_SLOW_DISK_H

/* Only files under `prefix`, with these words; "" lets everything pass. Resets the counts. */
void slow_disk_set(const char *prefix, const char *words);

/* Calls seen under the prefix since then. */
int slow_disk_syncs(void);
int slow_disk_changes(void); /* calls that `fail` applies to */

#endif
