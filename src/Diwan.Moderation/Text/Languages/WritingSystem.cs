namespace Diwan.Moderation.Text.Languages;

/// <summary>The script a letter belongs to, as far as telling languages apart needs to know.</summary>
public enum WritingSystem
{
    /// <summary>Not a letter, or a letter that is common to all scripts.</summary>
    None,

    /// <summary>Latin, Kurdish and Turkish letters included.</summary>
    Latin,

    /// <summary>Arabic, with the letters of Kurdish, Persian and Urdu.</summary>
    Arabic,

    /// <summary>Cyrillic.</summary>
    Cyrillic,

    /// <summary>Greek.</summary>
    Greek,

    /// <summary>Hebrew.</summary>
    Hebrew,

    /// <summary>Armenian.</summary>
    Armenian,

    /// <summary>Georgian.</summary>
    Georgian,

    /// <summary>Syriac.</summary>
    Syriac,

    /// <summary>Devanagari.</summary>
    Devanagari,

    /// <summary>Thai.</summary>
    Thai,

    /// <summary>Japanese syllables, both kinds.</summary>
    Kana,

    /// <summary>Chinese characters, which Japanese writes too.</summary>
    Han,

    /// <summary>Korean.</summary>
    Hangul,

    /// <summary>A letter of any script not named here.</summary>
    Other,
}
