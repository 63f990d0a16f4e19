using Portal.Server.Sync;

namespace Portal.Tests.Sync;

public sealed class StepEndTests
{
    [Theory]
    [InlineData("The stage a1/b2 does not exist.", "The stage dev of Shop does not exist.")]
    [InlineData("Of a1, deployed.", "Of Shop, deployed.")]
    [InlineData("/apis/a1/stages", "/apis/Shop/stages")]
    [InlineData("Not of a1-b2, xa1 or a12.", "Not of a1-b2, xa1 or a12.")]
    [InlineData("a1 and Shop", "Shop and Shop")]
    public void Whole_ids_are_told_by_name(string message, string told) => Assert.Equal(
        told,
        StepEnd.ChangedMeanwhile(message).Told(new Dictionary<string, string> { ["a1"] = "Shop", ["a1/b2"] = "dev of Shop" }).Message);

    [Fact]
    public void A_name_that_holds_an_id_is_not_told_again() =>
        Assert.Equal("one of a2", StepEnd.ChangedMeanwhile("a1").Told(new Dictionary<string, string> { ["a1"] = "one of a2", ["a2"] = "two" }).Message);

    [Fact]
    public void Without_names_a_message_stays_as_it_is() => Assert.Equal("a1", StepEnd.ChangedMeanwhile("a1").Told(new Dictionary<string, string>()).Message);
}
