using Portal.Client.Ui;

namespace Portal.Tests.Client.Ui;

public sealed class SizesTests
{
    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1, "1 byte")]
    [InlineData(999, "999 bytes")]
    [InlineData(23_137, "23 kB")]
    [InlineData(1_761_086, "1.8 MB")]
    public void A_size_has_a_word(long bytes, string words) => Assert.Equal(words, Sizes.Words(bytes));
}
