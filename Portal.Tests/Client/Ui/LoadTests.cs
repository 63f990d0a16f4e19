using System.Text.Json;
using Portal.Client.Ui;
using Portal.Shared;

namespace Portal.Tests.Client.Ui;

public sealed class LoadTests
{
    [Fact]
    public void A_value_crosses_to_the_circuit() =>
        Assert.Equal(["a", "b"], Assert.IsType<Load<IReadOnlyList<string>>.Ready>(Across<IReadOnlyList<string>>(new Load<IReadOnlyList<string>>.Ready(["a", "b"]))).Value);

    [Fact]
    public void A_refusal_crosses_to_the_circuit() => Assert.Equal("Not now.", Assert.IsType<Load<int>.Failed>(Across<int>(new Load<int>.Failed(RefusalTo.Wait()))).Why.Title);

    [Fact]
    public void Waiting_crosses_to_the_circuit() => Assert.IsType<Load<int>.Waiting>(Across<int>(new Load<int>.Waiting()));

    [Fact]
    public void A_zero_is_a_value() => Assert.Equal(0, Assert.IsType<Load<int>.Ready>(Across<int>(new Load<int>.Ready(0))).Value);

    [Fact]
    public void What_is_too_large_to_travel_is_asked_for_again() => Assert.Null(Across<string>(new Load<string>.Ready(new string('x', LoadJson.Most))));

    [Fact]
    public void An_answer_is_a_load()
    {
        Load<int> given = (Answer<int>)7;
        Load<int> refused = (Answer<int>)RefusalTo.Wait();

        Assert.Equal(new Load<int>.Ready(7), given);
        Assert.IsType<Load<int>.Failed>(refused);
    }

    private static Load<T> Across<T>(Load<T> load) => JsonSerializer.Deserialize<Load<T>>(JsonSerializer.Serialize(load, JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;
}
