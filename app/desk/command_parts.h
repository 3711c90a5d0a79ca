/* Inside of yotte-desk's commands: what they share, and each of them. */
#ifndef YT_DESK_COMMAND_PARTS_H
#define YT_DESK_COMMAND_PARTS_H

#include "desk/commands.h"
#include "desk/desk.h"

/* Prints the error with its remedy and says how the program ends. */
enum yt_desk_exit yt_command_fail(const struct yt_err *err);

/* Checks that a folder was named and how many arguments stand behind it. */
YT_MUST_CHECK bool yt_command_wants(const struct yt_desk_options *options, size_t least,
                                    size_t most, struct yt_err *err);
/* Opens the desk; says so when its store was broken. */
YT_MUST_CHECK bool yt_command_open(struct yt_desk *desk, const struct yt_desk_options *options,
                                   struct yt_err *err);
/* Gets the passphrase and unlocks the desk. */
YT_MUST_CHECK bool yt_command_unlock(struct yt_desk *desk, const struct yt_desk_options *options,
                                     struct yt_err *err);

enum yt_desk_exit yt_command_init(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_enroll(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_kiosks(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_revoke(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_scan(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_collect(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_list(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_show(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_withdraw(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_serve(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_listings(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_programmes(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_places(const struct yt_desk_options *options);
enum yt_desk_exit yt_command_log(const struct yt_desk_options *options);

#endif
