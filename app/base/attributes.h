/* Attributes that the whole project uses. */
#ifndef YT_BASE_ATTRIBUTES_H
#define YT_BASE_ATTRIBUTES_H

/* The result says whether the call succeeded; the compiler warns where it is dropped. */
#define YT_MUST_CHECK __attribute__((warn_unused_result))

/* Checks a format string against its arguments, counted from 1. */
#define YT_PRINTF(text, first) __attribute__((format(printf, text, first)))

/* Calls `release(&variable)` when the variable goes out of scope, on every way out. */
#define YT_SCOPED(release) __attribute__((cleanup(release)))

/* Makes `name##_scoped(type **)` for YT_SCOPED from a `name(type *)` that accepts NULL. Beside the
 * declaration of `name`; not every file that sees it needs it. */
#define YT_DEFINE_SCOPED(type, name)                                         \
    __attribute__((unused)) static inline void name##_scoped(type **pointer) \
    {                                                                        \
        name(*pointer);                                                      \
    }

#define YT_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
