using CsCheck;
using Diwan.Fuzz;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Text;

public sealed class BorrowedTextTests
{
    [Fact]
    public void It_reads_as_a_text_that_owns_itself_whatever_was_borrowed_before() => Gen.Int[0, 100_000].Sample(
        seed =>
        {
            var random = new Random(seed);
            var text = HostileText.Mixture(random, 1 + random.Next(300));
            using var borrowed = BorrowedText.Of(text);
            Assert.Equal(Describe(NormalizedText.From(text)), Describe(borrowed.Text));
        },
        iter: 2_000);

    [Fact]
    public void Texts_borrowed_at_once_are_apart()
    {
        using var one = BorrowedText.Of("You 1d10t");
        using (var other = BorrowedText.Of("Thank y.o.u"))
        {
            Assert.Equal("you idiot", one.Text.Undone.Folded);
            Assert.Equal("thank you", other.Text.Undone.Folded);
        }

        Assert.Equal("you 1d10t", one.Text.Folded);
    }

    [Fact]
    public void Room_is_given_back_also_when_something_throws()
    {
        Assert.Throws<InvalidOperationException>(() => Read("Y.o.u 1d10t, ţhere", fail: true));

        Assert.Equal(0, Allocated("T.h.e 1d10t, ţhen"));
    }

    [Theory]
    [InlineData("Roads ")] // Folds unit for unit.
    [InlineData("ţhere ")]
    [InlineData("1d10t ")] // Has more than one reading.
    public void The_room_of_a_long_text_is_not_kept(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        Read(text);

        // Two bytes a unit at least: made anew.
        Assert.True(Allocated(text) > 2 * text.Length);
        Read(piece);
        Assert.Equal(0, Allocated(piece));
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Read(string text, bool fail = false)
    {
        using var borrowed = BorrowedText.Of(text);
        if (borrowed.Text.Undone.Length > 0 && fail) throw new InvalidOperationException();
    }

    private static string Describe(NormalizedText text) => string.Join('\n', text.Readings.Append(text.Undone).Select(reading =>
        $"{reading.Folded}|{reading.Units}|{string.Join(' ', Enumerable.Range(0, reading.Length).Select(at => reading.ToOriginal(at, 1)))}"))
        + text.Original + text.Folded + Fingerprint.Of(text);
}
