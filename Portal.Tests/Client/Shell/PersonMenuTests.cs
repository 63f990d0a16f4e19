using Portal.Client.Shell;

namespace Portal.Tests.Client.Shell;

public sealed class PersonMenuTests
{
    [Theory]
    [InlineData("Ada Lovelace", "AL")]
    [InlineData("ada@example.com", "A")]
    [InlineData("Jean Luc de Rien", "JR")]
    [InlineData("", "?")]
    public void A_person_has_initials(string name, string initials) => Assert.Equal(initials, PersonMenu.Initials(name));
}
