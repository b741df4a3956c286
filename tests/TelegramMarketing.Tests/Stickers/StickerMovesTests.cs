using CsCheck;
using TelegramMarketing.Stickers;

namespace TelegramMarketing.Tests.Stickers;

/// <summary>Moves bring any order into any other, and no more of them are made than must be.</summary>
public sealed class StickerMovesTests
{
    [Fact]
    public void Find_AnyOrder_LeadsToTheTarget() =>
        Gen.Shuffle(Enumerable.Range(-3, 12).ToArray()).Sample(current =>
        {
            var target = Enumerable.Range(0, 9).ToList();

            var moves = StickerMoves.Find(current, target);

            var list = current.ToList();
            foreach (var (item, position) in moves)
            {
                list.Remove(item);
                list.Insert(position, item);
            }

            list.Where(item => item >= 0).Should().Equal(target);
            list.Where(item => item < 0).Should().Equal(current.Where(item => item < 0), "what has no place of its own keeps its order");
        });

    [Theory]
    [InlineData("0 1 2 3", 0)]
    [InlineData("3 0 1 2", 1)]
    [InlineData("1 2 3 0", 1)]
    [InlineData("0 2 1 3", 1)]
    [InlineData("3 2 1 0", 3)]
    public void Find_AnOrder_TakesAsFewMovesAsCanBe(string current, int expected)
    {
        var list = current.Split(' ').Select(int.Parse).ToList();

        StickerMoves.Find(list, [.. list.Order()]).Should().HaveCount(expected);
    }
}
