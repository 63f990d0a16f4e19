using System.Text.RegularExpressions;
using Portal.Server.Keys;

namespace Portal.Tests.Keys;

public sealed class KeyValueTests
{
    [Fact]
    public void A_value_is_what_API_Gateway_takes_and_scanners_find()
    {
        var value = KeyValue.Make().Text;

        Assert.InRange(value.Length, 20, 128);
        Assert.Matches("^portalkey[0-9A-Za-z]{38}$", value);
    }

    [Fact]
    public void No_two_are_the_same() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => KeyValue.Make().Text).Distinct().Count());

    [Fact]
    public void A_value_is_known_again()
    {
        var value = KeyValue.Make();

        Assert.Equal(value.Text, KeyValue.Of(value.Text)!.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("portalkey")]
    [InlineData("portal_pat_0123456789012345678901234567890123456789")]
    public void What_is_none_is_told(string text) => Assert.Null(KeyValue.Of(text));

    [Fact]
    public void One_wrong_letter_anywhere_is_told()
    {
        var value = KeyValue.Make().Text;

        Assert.All(Enumerable.Range(0, value.Length), at =>
        {
            var other = value[at] is 'x' ? 'y' : 'x';
            Assert.Null(KeyValue.Of(string.Concat(value.AsSpan(0, at), [other], value.AsSpan(at + 1))));
        });
    }

    /// <summary>A checksum that others can compute, with the algorithm as README tells it.</summary>
    [Fact]
    public void The_checksum_is_as_told() => Assert.NotNull(KeyValue.Of("portalkey000000000000000000000000000000004dcs07"));

    [Fact]
    public void In_words_it_is_its_last_four()
    {
        var value = KeyValue.Make();

        Assert.Equal($"…{value.Text[^4..]}", value.ToString());
        Assert.DoesNotMatch(new Regex("portalkey"), $"{value}");
    }
}
