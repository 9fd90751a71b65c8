package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineMessageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Error code - ORT_FAIL - message: Load model from /m/best.onnx failed:/onnxruntime_src/onnxruntime/core/graph/model_load_utils.h:46 void onnxruntime::model_load_utils::ValidateOpsetForDomain(const std::unordered_map<std::__cxx11::basic_string<char>, int>&, const onnxruntime::logging::Logger&, bool, const std::string&, int) ONNX Runtime only *guarantees* support. Opset 99 is under development."
                        + " | ONNX Runtime only *guarantees* support. Opset 99 is under development",
                "Error code - ORT_FAIL - message: External data path validation failed for initializer: grid. Error: tensorprotoutils.cc:453 ValidateExternalDataPathFromDir External data path does not exist: \"/m/best.onnx.data\""
                        + " | External data path does not exist: \"/m/best.onnx.data\"",
                "Non-zero status code returned. Status Message: /src/op_kernel_context.h:42 const T* onnxruntime::OpKernelContext::Input(int) const [with T = onnxruntime::Tensor] Missing Input: sizes"
                        + " | Missing Input: sizes",
                "Fatal error: TRT:EfficientNMS_TRT(-1) is not a registered function/op."
                        + " | Fatal error: TRT:EfficientNMS_TRT(-1) is not a registered function/op",
                "RuntimeError: The size of tensor a (80) must match | The size of tensor a (80) must match"
            })
    void theReasonIsToldAndNotWhereInTheEngineItArose(String message, String reason) {
        assertThat(EngineMessage.of(new IllegalStateException(message))).isEqualTo(reason);
    }
}
