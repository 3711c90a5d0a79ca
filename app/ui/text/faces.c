#include "ui/text/faces.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uscript.h>

struct file_info {
    const char *folder;
    const char *names[2]; /* by weight */
    const char *package;
};

static const struct file_info files[YT_FILE_COUNT] = {
    [YT_FILE_JAPANESE] = {"/usr/share/fonts/truetype/bizud-gothic",
                          {"BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf"},
                          "fonts-morisawa-bizud-gothic"},
    [YT_FILE_LATIN] = {"/usr/share/fonts/truetype/noto",
                       {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf"},
                       "fonts-noto-core"},
    [YT_FILE_CJK] = {"/usr/share/fonts/opentype/noto",
                     {"NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"},
                     "fonts-noto-cjk"},
    [YT_FILE_DEVANAGARI] = {"/usr/share/fonts/truetype/noto",
                            {"NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"},
                            "fonts-noto-core"},
};

/* Heights are ours where the file's would part the languages: BIZ says 1.0 em, in which lines
 * touch, Noto CJK 1.45 em, which looks like double spacing beside it. Both draw their kanji from
 * -0.12 to 0.88 em, so both get the same box around that. */
static const struct yt_face_info faces[YT_FACE_COUNT] = {
    [YT_FACE_JAPANESE] = {YT_FILE_JAPANESE, 0, 980, 220, NULL},
    [YT_FACE_LATIN] = {YT_FILE_LATIN, 0, 1069, 293, NULL},
    [YT_FACE_RARE] = {YT_FILE_CJK, 0, 980, 220, NULL},
    [YT_FACE_CHINESE] = {YT_FILE_CJK, 2, 980, 260, NULL},
    [YT_FACE_KOREAN] = {YT_FILE_CJK, 1, 980, 260, NULL},
    [YT_FACE_DEVANAGARI] = {YT_FILE_DEVANAGARI, 0, 980, 400, "ne"},
};

static const enum yt_face orders[YT_RULES_COUNT][YT_FACE_COUNT] = {
    [YT_RULES_JAPANESE] = {YT_FACE_JAPANESE, YT_FACE_LATIN, YT_FACE_RARE, YT_FACE_DEVANAGARI,
                           YT_FACE_KOREAN, YT_FACE_CHINESE},
    [YT_RULES_EASY_JAPANESE] = {YT_FACE_JAPANESE, YT_FACE_LATIN, YT_FACE_RARE, YT_FACE_DEVANAGARI,
                                YT_FACE_KOREAN, YT_FACE_CHINESE},
    [YT_RULES_CHINESE] = {YT_FACE_CHINESE, YT_FACE_LATIN, YT_FACE_JAPANESE, YT_FACE_DEVANAGARI,
                          YT_FACE_KOREAN, YT_FACE_RARE},
    [YT_RULES_KOREAN] = {YT_FACE_KOREAN, YT_FACE_LATIN, YT_FACE_JAPANESE, YT_FACE_DEVANAGARI,
                         YT_FACE_RARE, YT_FACE_CHINESE},
    [YT_RULES_NEPALI] = {YT_FACE_DEVANAGARI, YT_FACE_LATIN, YT_FACE_JAPANESE, YT_FACE_RARE,
                         YT_FACE_KOREAN, YT_FACE_CHINESE},
    [YT_RULES_SPACED] = {YT_FACE_LATIN, YT_FACE_JAPANESE, YT_FACE_RARE, YT_FACE_DEVANAGARI,
                         YT_FACE_KOREAN, YT_FACE_CHINESE},
};

const struct yt_face_info *yt_face_info(enum yt_face face)
{
    return &faces[face];
}

const enum yt_face *yt_face_order(enum yt_text_rules rules)
{
    return orders[rules];
}

bool yt_face_serves(enum yt_face face, int script)
{
    bool east_asian = script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
                      script == USCRIPT_KATAKANA || script == USCRIPT_BOPOMOFO;
    bool western = script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;

    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED)
        return true;
    switch (face) {
    case YT_FACE_JAPANESE:
        return east_asian || western;
    case YT_FACE_LATIN:
        return western;
    case YT_FACE_DEVANAGARI:
        return script == USCRIPT_DEVANAGARI;
    case YT_FACE_RARE:
    case YT_FACE_CHINESE:
        return east_asian || western;
    case YT_FACE_KOREAN:
        return east_asian || western || script == USCRIPT_HANGUL;
    case YT_FACE_COUNT:
        break;
    }
    return false;
}

enum yt_text_rules yt_text_rules(const char *language)
{
    static const struct {
        const char *tag;
        enum yt_text_rules rules;
    } known[] = {{"ja", YT_RULES_JAPANESE},
                 {"zh", YT_RULES_CHINESE},
                 {"ko", YT_RULES_KOREAN},
                 {"ne", YT_RULES_NEPALI}};

    if (!language)
        return YT_RULES_JAPANESE;
    if (strcmp(language, "ja-easy") == 0)
        return YT_RULES_EASY_JAPANESE;
    for (size_t i = 0; i < YT_COUNT(known); i++) {
        size_t size = strlen(known[i].tag);

        if (strncmp(language, known[i].tag, size) == 0 &&
            (language[size] == '\0' || language[size] == '-'))
            return known[i].rules;
    }
    return YT_RULES_SPACED;
}

bool yt_face_path(enum yt_face_file file, enum yt_text_weight weight, const char *folder,
                  char *path, size_t capacity)
{
    const struct file_info *info = &files[file];
    int size =
        snprintf(path, capacity, "%s/%s", folder ? folder : info->folder, info->names[weight]);

    return size > 0 && (size_t)size < capacity;
}

const char *yt_face_package(enum yt_face_file file)
{
    return files[file].package;
}
