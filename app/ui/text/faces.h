/* Which typeface serves which script, and where its file is. The table that fonts/README.md
 * explains. */
#ifndef YT_UI_TEXT_FACES_H
#define YT_UI_TEXT_FACES_H

#include "ui/text/text.h"

#include <stdint.h>

enum yt_face {
    YT_FACE_JAPANESE, /* BIZ UDPGothic */
    YT_FACE_LATIN,    /* Noto Sans: Latin with Vietnamese, Greek, Cyrillic */
    YT_FACE_RARE,     /* Noto Sans CJK JP: kanji of names that BIZ does not have */
    YT_FACE_CHINESE,  /* Noto Sans CJK SC */
    YT_FACE_KOREAN,   /* Noto Sans CJK KR */
    YT_FACE_DEVANAGARI,
    YT_FACE_COUNT
};

/* One file may hold several faces (a collection), so files are counted apart. */
enum yt_face_file {
    YT_FILE_JAPANESE,
    YT_FILE_LATIN,
    YT_FILE_CJK,
    YT_FILE_DEVANAGARI,
    YT_FILE_COUNT
};

struct yt_face_info {
    enum yt_face_file file;
    long index;                      /* in the collection */
    int ascent_milli, descent_milli; /* of the line, in thousandths of the em, both positive */
    /* Whose forms of the letters are drawn where the file has those of several countries, a BCP 47
     * tag; NULL: the file's first. */
    const char *language;
};

/* How a language breaks its lines and which faces it asks first. */
enum yt_text_rules {
    YT_RULES_JAPANESE,
    YT_RULES_EASY_JAPANESE, /* written with spaces between phrases */
    YT_RULES_CHINESE,
    YT_RULES_KOREAN,
    YT_RULES_NEPALI,
    YT_RULES_SPACED, /* all that is written in Latin letters */
    YT_RULES_COUNT
};

const struct yt_face_info *yt_face_info(enum yt_face face);

/* All faces, in the order in which this language asks them for a letter. */
const enum yt_face *yt_face_order(enum yt_text_rules rules);

/* True when the face may have letters of this ICU script, so that a file is not opened in vain. */
bool yt_face_serves(enum yt_face face, int script);

/* The rules for a BCP 47 tag; NULL is Japanese. */
enum yt_text_rules yt_text_rules(const char *language);

/* Writes the path of a file; `folder` NULL is where Debian's package puts it. False when the path
 * does not fit. */
bool yt_face_path(enum yt_face_file file, enum yt_text_weight weight, const char *folder,
                  char *path, size_t capacity);

/* The Debian package that brings the file. */
const char *yt_face_package(enum yt_face_file file);

#endif
