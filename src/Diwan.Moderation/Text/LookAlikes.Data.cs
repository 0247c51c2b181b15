// Made by eng/make-look-alikes.py from the confusables data (UTS #39) in ICU 72: change the script, not this file.
// Source: Unicode, Inc., https://www.unicode.org/Public/security/ under the Unicode License v3 (https://www.unicode.org/license.txt).
// Content: pairs of a character and the letter it looks like. Language: none.
namespace Diwan.Moderation.Text;

internal static partial class LookAlikes
{
    /// <summary>Latin-script letters that look like a plain one: small capitals, phonetic signs.</summary>
    private const string LatinVariants =
        "ıiƍgƽsǀlɑaɡgɣyɩiɪiɯwʀrʋuʏyʝjᴄcᴏoᴑoᴜuᴠvᴡwᴢzᶃgᶌyẝfỿyꜱsꞙfꞟuꞵbꬲeꬵfꬽoꭇrꭈrꭎuꭒuꭓxꭚy";

    /// <summary>Letters of other scripts that look like a Latin one.</summary>
    private const string ForeignToLatin =
        "αaβbγyεeζzηhιiκkμmνvοoρpσoτtυuχxϝfϳjϻmаaвbгrеeкkмmнhоoрpсcтtуyхxѕsіiјjѡwѵvүyһhҽeӏiԁdԍgԛqԝwաwգqզq" +
        "հhոnռnսuտsցgքfօoഠoဝoყyჿoᏻgᏼbᑯdᑲbᕁxᕽxᖯbᛁlᲀbᲂoᲃcᲄtᲅtᴦrⲅrⲏhⲕkⲙmⲛnⲟoⲣpⲥcⲧtⲩyⲭxⳑlⵏlꓒdꓲlꙇiꭰdꭱrꭲtꭵiꭹyꭺa" +
        "ꭻjꭼeꮁrꮃwꮇmꮋhꮍyꮐgꮓzꮢrꮤwꮥsꮩvꮪsꮮlꮯcꮲpꮶk\U0001028Al\U00010309l\U0001042Co\U0001043Dc\U00010443l\U00010448s\U000104DCr\U000104EAo\U000104F6u\U00011700m\U00011706v\U0001170Aw\U0001170Ew\U0001170Fw\U000118C0v\U000118C1s\U000118C2f\U000118C3i\U000118C4z\U000118C6e\U000118C8o\U000118C9z\U000118CEe\U000118D2l\U000118D5o\U000118D7o\U000118D8u\U000118DCy\U00016F28l";

    /// <summary>Arabic-script letters that look like one of Arabic, Persian or Kurdish.</summary>
    private const string ArabicVariants =
        "ؿثكکىیيیٮیڧفڨڤڪکںیڽثھهہهۑثےیەهݖێࢰگࢱوࢽی";
}
