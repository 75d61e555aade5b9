using HelpDeskBot.Search.Searching;

namespace HelpDeskBot.Tests.Search;

public class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("vpn", "vpn", 0)]
    [InlineData("vpn", "vnp", 1)]
    [InlineData("password", "pasword", 1)]
    [InlineData("password", "passwordd", 1)]
    [InlineData("password", "passwprd", 1)]
    [InlineData("outlook", "otulok", 2)]
    [InlineData("ab", "ba", 1)]
    [InlineData("abc", "ca", 3)] // a letter moves once
    [InlineData("printer", "drucker", 4)]
    public void Slips_are_counted(string a, string b, int slips)
    {
        Assert.Equal(slips, EditDistance.Between(a, b, most: 9));
        Assert.Equal(slips, EditDistance.Between(b, a, most: 9));
    }

    [Fact]
    public void A_bound_changes_nothing_below_it()
    {
        var random = new Random(3);
        string Word() => new([.. Enumerable.Range(0, random.Next(9)).Select(_ => (char)('a' + random.Next(3)))]);
        for (var pair = 0; pair < 2000; pair++)
        {
            var (a, b) = (Word(), Word());
            var exact = EditDistance.Between(a, b, most: 20);
            for (var most = 0; most < 4; most++)
            {
                var bounded = EditDistance.Between(a, b, most);
                Assert.True(exact <= most ? bounded == exact : bounded > most, $"{a}, {b}: {exact}, at most {most}: {bounded}");
            }
        }
    }

    [Fact]
    public void Words_beyond_any_length_are_far_apart() => Assert.True(EditDistance.Between(new string('a', 65), new string('a', 65), most: 2) > 2);
}
