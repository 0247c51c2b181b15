using System.Collections.Frozen;

namespace Diwan.Moderation.Signals.Promotion;

/// <summary>The ends of domain names that are in use, told apart by whether they are also words or file endings.</summary>
/// <remarks>Source: the root zone as published by IANA; of the generic names, those that comment spam uses.</remarks>
internal static class TopLevelDomains
{
    private static readonly FrozenSet<string> Distinct = Set("""
        com net org info biz edu gov mil int name mobi asia tel travel aero coop museum jobs post krd istanbul ist
        xyz online site website shop store club icu vip app dev blog tech pro cloud agency digital finance bet casino poker
        porn sex xxx adult dating tokyo london berlin nyc paris email wiki link click host hosting software network
        ac ad ae af ag al an ao aq ar aw ax az ba bb bd bf bg bh bj bm bn bo br bs bt bw bz ca cd cf cg ch ck cl cm cn co cr cu cv
        cw cx cy cz de dj dk dm dz ec ee eg er es eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gt gu gw gy
        hk hm hn hr ht hu id ie il im io iq ir je jm jo jp ke kg kh km kn kp kr kw ky kz lb lc lk lr ls lt lu lv mc mf mg mh mk
        ml mn mo mp mq mr mt mv mw mx mz nc nf ng ni nl np nr nu nz om pe pf pg ph pk pn pr pt pw py qa re ro ru rw sb sc sd se sg
        si sj sk sl sm sn sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn tp tr tt tv tw tz ua ug uk uy uz vc ve vg vi vn
        vu wf ws ye yt za zm zw
        عراق ایران السعودية سعودية مصر امارات الاردن سورية فلسطين پاکستان قطر عمان المغرب تونس الجزائر ليبيا موقع شبكة
        рф укр срб бг мкд бел қаз 中国 中國 香港 台灣 한국 भारत ευ ελ
        """);

    // Also words of the site's languages, or endings of files: alone they are a full stop without a space after it.
    private static readonly FrozenSet<string> Doubtful = Set("""
        in is it me to so no my at be us do am as by la ly pm ps py md sh pl rs ai cc ms mu ma na ne bi ki li sa se ci hm va
        zip mov news live life love world today one now best cool fun top work money space win bid men date review stream science
        art city day direct earth energy farm fish guide help house land law media ninja place plus press report run sale school
        show social solutions support team tips town tools video watch web works zone how kim moe new ong red rest rip
        """);

    /// <summary>Those that an evader spells out: <c>example dot com</c>.</summary>
    private static readonly FrozenSet<string> Spelt = Set("com net org info biz krd co shop store online site");

    public static bool Contains(string label) => Distinct.Contains(label) || Doubtful.Contains(label) || label.StartsWith("xn--", StringComparison.Ordinal);

    public static bool IsDoubtful(string label) => Doubtful.Contains(label);

    public static bool IsSpelt(string label) => Spelt.Contains(label);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
